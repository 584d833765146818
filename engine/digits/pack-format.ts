import type { PictureShape } from '@/protocol/datasets';
import { decodePixels } from './decode-pixels';
import { encodePixels } from './encode-pixels';
import type { Examples } from './examples';

/**
 * One packed file: "PDG1", then three little-endian u32 (number of pictures, bytes of packed pixels, FNV-1a of the
 * unpacked pixels and labels), the labels two to a byte (low half first), the packed pixels.
 */
const MAGIC = 0x31474450;
const HEADER = 16;
/** No file of ours is larger; a damaged header must not make us allocate gigabytes. */
const MOST_EXAMPLES = 100_000;

/** The file is not what packExamples wrote. */
export class DamagedPack extends Error {
  constructor(what: string) {
    super(`Packed pictures are damaged: ${what}`);
    this.name = 'DamagedPack';
  }
}

function checksum(pixels: Uint8Array, labels: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < pixels.length; i++) hash = Math.imul(hash ^ pixels[i]!, 0x01000193);
  for (let i = 0; i < labels.length; i++) hash = Math.imul(hash ^ labels[i]!, 0x01000193);
  return hash >>> 0;
}

/** Packs pictures and labels into one file; the same bytes on every machine. */
export function packExamples(examples: Examples, { side }: PictureShape): Uint8Array<ArrayBuffer> {
  const packed = encodePixels(examples.pixels, side);
  const labelBytes = Math.ceil(examples.count / 2);
  const file = new Uint8Array(HEADER + labelBytes + packed.length);
  const header = new DataView(file.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, examples.count, true);
  header.setUint32(8, packed.length, true);
  header.setUint32(12, checksum(examples.pixels, examples.labels), true);
  for (let i = 0; i < examples.count; i++) {
    file[HEADER + (i >> 1)]! |= examples.labels[i]! << ((i & 1) * 4);
  }
  file.set(packed, HEADER + labelBytes);
  return file;
}

/**
 * Unpacks a file, `pictures` at a time (a pause after each, about 4 ms a hundred on a slow laptop).
 * @throws DamagedPack
 */
export function* unpackInParts(
  file: Uint8Array,
  shape: PictureShape,
  pictures: number,
): Generator<number, Examples, void> {
  if (file.length < HEADER) throw new DamagedPack('too short');
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const count = header.getUint32(4, true);
  const packedBytes = header.getUint32(8, true);
  if (header.getUint32(0, true) !== MAGIC) throw new DamagedPack('no pack file');
  const labelBytes = Math.ceil(count / 2);
  if (count > MOST_EXAMPLES || file.length !== HEADER + labelBytes + packedBytes) {
    throw new DamagedPack('wrong length');
  }
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = (file[HEADER + (i >> 1)]! >> ((i & 1) * 4)) & 15;
    if (labels[i]! >= shape.labels.length) throw new DamagedPack('label');
  }
  const pixels = yield* decodePixels(file.subarray(HEADER + labelBytes), count, shape.side, pictures);
  if (checksum(pixels, labels) !== header.getUint32(12, true)) throw new DamagedPack('checksum');
  return { count, pixels, labels };
}

/** Unpacks a file in one go. @throws DamagedPack */
export function unpackExamples(file: Uint8Array, shape: PictureShape): Examples {
  const parts = unpackInParts(file, shape, Number.MAX_SAFE_INTEGER);
  for (;;) {
    const step = parts.next();
    if (step.done) return step.value;
  }
}
