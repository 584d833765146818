import { BLOCK_ROWS, CLASS_PRODUCT } from '@/protocol/product-size';
import { multiply } from './matrix-product';

const { size, largest } = CLASS_PRODUCT;

/** The matrices of a class, which every device makes for itself. */
export interface ProductMatrices {
  a: Float32Array;
  b: Float32Array;
}

/** A number of a matrix: whole, from 0 to `largest`, spread by multiplying and folding (murmur3's last mixing). */
function numberAt(seed: number, place: number): number {
  let hash = Math.imul(seed ^ place, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % (largest + 1);
}

/** A and B, each row by row, the same for the same seed. */
export function productMatrices(seed: number): ProductMatrices {
  const count = size * size;
  return {
    a: Float32Array.from({ length: count }, (_, place) => numberAt(seed, place)),
    b: Float32Array.from({ length: count }, (_, place) => numberAt(seed, count + place)),
  };
}

/** The rows of one block of C. */
export function multiplyBlock({ a, b }: ProductMatrices, block: number): Float32Array {
  const from = block * BLOCK_ROWS * size;
  const rows = new Float32Array(BLOCK_ROWS * size);
  multiply(a.subarray(from, from + rows.length), b, rows, size, BLOCK_ROWS);
  return rows;
}

/** The sum of all numbers of a block: exact, since they are whole. */
export function sumOfBlock(rows: Float32Array): number {
  return rows.reduce((sum, value) => sum + value, 0);
}

/**
 * What each block's numbers come to, without the product: the sum over C's rows is the sum over A's rows of A times what the rows of B come
 * to, n² calculations in place of n³.
 */
export function expectedSums({ a, b }: ProductMatrices): number[] {
  const ofRow = Float64Array.from({ length: size }, (_, row) =>
    b.subarray(row * size, (row + 1) * size).reduce((sum, value) => sum + value, 0),
  );
  return Array.from({ length: CLASS_PRODUCT.blocks }, (_, block) => {
    let sum = 0;
    const from = block * BLOCK_ROWS * size;
    for (let at = 0; at < BLOCK_ROWS * size; at++) sum += a[from + at]! * ofRow[at % size]!;
    return sum;
  });
}
