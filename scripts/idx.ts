import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Examples } from '@/engine/digits/examples';

/** Reads one pair of IDX files (format: yann.lecun.com/exdb/mnist), gzipped or not. @throws Error where they are something else */
export function readIdx(folder: string, name: 'train' | 't10k'): Examples {
  const read = (kind: string) => {
    const path = join(folder, `${name}-${kind}`);
    return existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  };
  const images = read('images-idx3-ubyte');
  const labels = read('labels-idx1-ubyte');
  const count = images.readUInt32BE(4);
  if (
    images.readUInt32BE(0) !== 0x803 ||
    labels.readUInt32BE(0) !== 0x801 ||
    labels.readUInt32BE(4) !== count
  ) {
    throw new Error(`${name}: not an IDX file`);
  }
  return { count, pixels: new Uint8Array(images.subarray(16)), labels: new Uint8Array(labels.subarray(8)) };
}
