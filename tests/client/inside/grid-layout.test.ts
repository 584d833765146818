import { describe, expect, test } from 'vitest';
import {
  besideOf,
  type GridLayout,
  inputsLayout,
  squareLayout,
  unitsLayout,
} from '@/client/inside/grid-layout';
import { openNetwork } from '@/client/inside/opened-network';
import { askedAboutRing } from '@/tests/engine/inside/asked';
import { ARCHITECTURES } from '@/tests/server/export/network/made-networks';

/** Each number has a cell of its own, and the cell leads back to it. */
function isOneToOne({ indexAt, cellOf }: GridLayout, count: number): boolean {
  return cellOf.length === count && cellOf.every((cell, index) => indexAt[cell] === index);
}

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  test('every number that comes in to a layer lies somewhere', () => {
    const { architecture, weights } = askedAboutRing(name);
    const { pass, side } = openNetwork(architecture, weights, new Uint8Array(784).fill(9))!;
    pass.layers.forEach(({ inputs, side: slid }, layer) => {
      if (slid === null) expect(isOneToOne(inputsLayout(pass.layers, layer, side), inputs.length)).toBe(true);
    });
  });
});

test('arrow keys go to what is beside, and over the gap between two maps', () => {
  const { architecture, weights } = askedAboutRing('one convolution');
  const { pass } = openNetwork(architecture, weights, new Uint8Array(784).fill(9))!;
  const maps = inputsLayout(pass.layers, 1, 28);
  // The last column of the first map of 14 × 14; three maps lie pixel by pixel.
  const edge = 13 * 3;
  expect(besideOf(maps, edge, 'ArrowRight')).toBe(0 * 3 + 1);
  expect(besideOf(maps, 0, 'ArrowLeft')).toBeNull();
  expect(besideOf(squareLayout(28), 0, 'ArrowDown')).toBe(28);
  expect(besideOf(squareLayout(28), 5, 'Enter')).toBeNull();
});

test.each([1, 10, 32, 512])('%i units are at most twice as wide as high', (count) => {
  const layout = unitsLayout(count);
  expect(isOneToOne(layout, count)).toBe(true);
  if (count > 10) expect(layout.columns / layout.rows).toBeLessThan(3);
});
