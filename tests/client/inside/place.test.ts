import { describe, expect, test } from 'vitest';
import { openNetwork } from '@/client/inside/opened-network';
import { higher, onwards, openUnit, type Place, type SumPlace } from '@/client/inside/place';
import { sumParts } from '@/engine/inside/sum-parts';
import { askedAboutRing } from '@/tests/engine/inside/asked';
import { ARCHITECTURES } from '@/tests/server/export/network/made-networks';

function opened(name: string) {
  const { architecture, weights, picture } = askedAboutRing(name);
  return openNetwork(
    architecture,
    weights,
    Uint8Array.from(picture, (ink) => Math.round(ink * 255)),
  )!;
}

const sumAt = (place: Place): SumPlace => {
  if (place.level !== 'unit' && place.level !== 'product') throw new Error(place.level);
  return place;
};

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  const { pass } = opened(name);
  const { layers } = pass;

  test('followed on from any unit it comes to the shares, each layer taking in what the one before gave', () => {
    for (const unit of [0, layers[0]!.layer.units - 1]) {
      let place = openUnit(pass, 0, unit);
      for (let layer = 0; layer < layers.length; layer++) {
        const from = sumAt(place);
        expect(from.layer).toBe(layer);
        place = onwards(pass, from);
        if (place.level !== 'unit') continue;
        const { part, spot } = place;
        const parts = sumParts(layers[layer + 1]!, place.unit, spot);
        // The very number that the unit gave, on its own map.
        expect(part).toBeGreaterThanOrEqual(0);
        expect(parts.values[part]).toBe(layers[layer]!.answers[parts.from[part]!]);
        if (layers[layer]!.side === null) expect(parts.from[part]).toBe(from.unit);
        else expect(parts.from[part]! % layers[layer]!.layer.units).toBe(from.unit);
      }
      expect(place).toEqual({ level: 'layer', layer: layers.length - 1 });
    }
  });

  test('Escape leads from one multiplication to the whole network in three levels', () => {
    let place: Place | null = { ...sumAt(openUnit(pass, 0, 0)), level: 'product' };
    const levels: string[] = [];
    for (; place; place = higher(place)) levels.push(place.level);
    expect(levels).toEqual(['product', 'unit', 'layer', 'network']);
  });
});

test('a unit is opened at the product that moves it most', () => {
  const { pass } = opened('three hidden layers');
  const { unit, spot, part } = sumAt(openUnit(pass, 1, 4));
  const { products } = sumParts(pass.layers[1]!, unit, spot);
  expect(Math.abs(products[part]!)).toBe(Math.max(...products.map(Math.abs)));
});

test('weights that are no numbers open nothing', () => {
  const { architecture, weights } = askedAboutRing('no hidden layer');
  const broken = weights.slice();
  broken[17] = Number.NaN;
  expect(openNetwork(architecture, broken, new Uint8Array(784))).toBeNull();
  expect(
    openNetwork(
      architecture,
      weights.map(() => 3e38),
      new Uint8Array(784).fill(255),
    ),
  ).toBeNull();
});
