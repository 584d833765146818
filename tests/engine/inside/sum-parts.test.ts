import { describe, expect, test } from 'vitest';
import { sumParts } from '@/engine/inside/sum-parts';
import { tracePass } from '@/engine/network/traced-pass';
import { ARCHITECTURES } from '@/tests/server/export/network/made-networks';
import { askedAboutRing } from './asked';

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  const { architecture, weights, picture } = askedAboutRing(name);
  const { layers } = tracePass(architecture, weights, picture);

  test('products and bias add up to the sum of every unit, at every place of every map', () => {
    for (const traced of layers) {
      const places = traced.side === null ? 1 : traced.side ** 2;
      for (let place = 0; place < places; place += traced.side === null ? 1 : 13)
        for (let unit = 0; unit < traced.layer.units; unit++) {
          const { products, bias, sum } = sumParts(traced, unit, place);
          const added = products.reduce((total, product) => total + product, bias);
          expect(Math.abs(added - sum)).toBeLessThan(2e-5);
        }
    }
  });

  test('each product is one number that comes in times one weight, in float32', () => {
    const [first] = layers;
    const { from, values, weights: own, products } = sumParts(first!, 1, 40);
    expect(from.length).toBe(first!.layer.inputs);
    from.forEach((at, i) => {
      expect(values[i]).toBe(at === -1 ? 0 : picture[at]);
      expect(products[i]).toBe(Math.fround(values[i]! * own[i]!));
    });
  });
});

test('a window at the corner looks beyond the picture, where nothing is', () => {
  const { architecture, weights, picture } = askedAboutRing('two convolutions, clothes');
  const [first] = tracePass(architecture, weights, picture).layers;
  expect([...sumParts(first!, 0, 0).from]).toEqual([-1, -1, -1, -1, 0, 1, -1, 28, 29]);
  expect([...sumParts(first!, 0, 29).from]).toEqual([0, 1, 2, 28, 29, 30, 56, 57, 58]);
});

test('a window on several maps takes all of them', () => {
  const { architecture, weights, picture } = askedAboutRing('two convolutions, clothes');
  const second = tracePass(architecture, weights, picture).layers[1]!;
  const { from } = sumParts(second, 0, 15);
  expect(from.length).toBe(3 * 3 * 4);
  expect([...from.slice(0, 8)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
