import { expect, test } from 'vitest';
import { expectedSums, multiplyBlock, productMatrices, sumOfBlock } from '@/engine/compute/class-product';
import { BLOCK_ROWS, CLASS_PRODUCT } from '@/protocol/product-size';

const { size, blocks, largest } = CLASS_PRODUCT;

test('I11: every device makes the same matrices of a seed, others of another, of whole numbers', () => {
  const [one, again, other] = [productMatrices(7), productMatrices(7), productMatrices(8)];
  // Compared at once: a million numbers one by one would take long.
  const same = (left: Float32Array, right: Float32Array) => left.every((value, at) => value === right[at]);
  expect([same(one.a, again.a), same(one.b, again.b), same(one.b, other.b)]).toEqual([true, true, false]);
  expect(one.a.every((value) => Number.isInteger(value) && value >= 0 && value <= largest)).toBe(true);
  // Spread over all values, and A is not B.
  expect(new Set(one.a.subarray(0, 200)).size).toBe(largest + 1);
  expect(same(one.a, one.b)).toBe(false);
});

test('the blocks make up the product, and each comes to what is expected of it', () => {
  const matrices = productMatrices(2);
  const expected = expectedSums(matrices);
  expect(expected).toHaveLength(blocks);
  for (const block of [0, 13, blocks - 1]) {
    const rows = multiplyBlock(matrices, block);
    expect(sumOfBlock(rows)).toBe(expected[block]);
    // Some cells by the definition.
    for (const [row, column] of [
      [0, 0],
      [BLOCK_ROWS - 1, size - 1],
      [5, 700],
    ] as const) {
      let sum = 0;
      for (let k = 0; k < size; k++)
        sum += matrices.a[(block * BLOCK_ROWS + row) * size + k]! * matrices.b[k * size + column]!;
      expect(rows[row * size + column]).toBe(sum);
    }
  }
});
