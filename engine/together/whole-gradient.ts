import { LEAK } from '@/protocol/leak-rules';

/** A gradient as whole numbers of 32 bits, so that sums of many are exact in whatever order they are made. */
export function wholeGradient(gradient: ArrayLike<number>): Int32Array {
  return Int32Array.from(gradient, (value) =>
    Math.max(-LEAK.largest, Math.min(LEAK.largest, Math.round(value * LEAK.scale))),
  );
}

/** Whether these can be the sum of so many gradients: masks that do not cancel give numbers of any size. */
export function isGradientSum(words: Int32Array, of: number): boolean {
  const most = of * LEAK.largest;
  return words.every((word) => word >= -most && word <= most);
}

/** Modulo 2³², into the first. */
export function addWords(sum: Int32Array, words: Int32Array, sign: 1 | -1): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at]! + sign * words[at]!) | 0;
}

const BYTES = Int32Array.BYTES_PER_ELEMENT;

/** As they cross the wire: little-endian. */
export function wordsToBytes(words: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(words.length * BYTES);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < words.length; at++) view.setInt32(at * BYTES, words[at]!, true);
  return bytes;
}

/** And back. @param bytes a whole number of words */
export function bytesToWords(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.byteLength / BYTES }, (_, at) => view.getInt32(at * BYTES, true));
}
