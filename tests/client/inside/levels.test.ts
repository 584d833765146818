import { describe, expect, test } from 'vitest';
import { channelOf, channelSums } from '@/client/inside/levels/window-channel';
import { fourAround, pooledPlace } from '@/client/inside/pooling';
import { sumParts } from '@/engine/inside/sum-parts';
import { tracePass } from '@/engine/network/traced-pass';
import { askedAboutRing } from '@/tests/engine/inside/asked';

const { architecture, weights, picture } = askedAboutRing('two convolutions, clothes');
const { layers } = tracePass(architecture, weights, picture);

describe('what is shown of a pooling is what the network takes', () => {
  test.each([0, 1])('layer %i', (index) => {
    const { side, winners, sums, layer } = layers[index]!;
    for (let spot = 0; spot < side! ** 2; spot++) {
      const pooled = pooledPlace(spot, side!)!;
      const four = fourAround(spot, side!)!;
      expect(four).toContain(spot);
      const winner = Math.floor(winners![pooled * layer.units]! / layer.units);
      expect(four).toContain(winner);
      expect(sums[winner * layer.units]).toBe(Math.max(...four.map((at) => sums[at * layer.units]!)));
    }
  });
  test('a last row or column that has no pair goes on nowhere', () => {
    expect(fourAround(6, 7)).toBeNull();
    expect(fourAround(44, 7)).toBeNull();
    expect(fourAround(40, 7)).toEqual([32, 33, 39, 40]);
  });
});

test('what each map adds makes the sum of the filter, with the bias', () => {
  const second = layers[1]!;
  const { products, bias, sum } = sumParts(second, 3, 77);
  const sums = channelSums(products, 4);
  expect(sums.reduce((total, one) => total + one, bias)).toBeCloseTo(sum, 4);
  for (const channel of [0, 3]) {
    const window = channelOf(second, channel);
    expect(window.pick(products).reduce((total, one) => total + one, 0)).toBeCloseTo(sums[channel]!, 4);
    expect(window.indexOf(window.partAt(5))).toBe(5);
  }
});
