/**
 * Protocol Buffers' wire format (protobuf.dev/programming-guides/encoding), written: a message is the bytes of its fields one after
 * another, each under its number. Fields that have their default are the caller's to leave out.
 */
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

const utf8 = new TextEncoder();

/** A whole number from 0 to 2⁵³ − 1. */
export function varintField(number: number, value: number): Uint8Array {
  return concat([tag(number, VARINT), varint(value)]);
}

export function doubleField(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return concat([tag(number, FIXED64), bytes]);
}

export function floatField(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return concat([tag(number, FIXED32), bytes]);
}

/** A text, bytes, or a message in a message. */
export function bytesField(number: number, value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? utf8.encode(value) : value;
  return concat([tag(number, BYTES), varint(bytes.length), bytes]);
}

/** Fields one after another: a message. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tag(number: number, type: number): Uint8Array {
  return varint(number * 8 + type);
}

/** Seven bits a byte, the lowest first; all but the last byte have their highest bit set. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}
