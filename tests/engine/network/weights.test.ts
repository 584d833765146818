import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWeights, splitWeights } from '@/engine/network/flat-weights';
import { initialWeights } from '@/engine/network/initial-weights';
import { createRandom } from '@/engine/random';
import { allFinite, hasExactLength, readWeights, weightBytes } from '@/engine/verify/check-weights';
import type { Architecture, Network } from '@/protocol/experiment';
import { ACTIVATIONS } from '@/protocol/experiment-choices';
import { countWeights, weightLayers, weightShapes } from '@/protocol/weight-shapes';

const onDigits = (network: Network): Architecture => ({ dataset: 'digits', network });
const activation = fc.constantFrom(...ACTIVATIONS);
const network: fc.Arbitrary<Architecture> = fc
  .oneof(
    fc.record({
      kind: fc.constant('dense' as const),
      hidden: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
      activation,
    }),
    fc.record({
      kind: fc.constant('convolutional' as const),
      filters: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 2 }),
      kernel: fc.constantFrom(3 as const, 5 as const),
      dense: fc.integer({ min: 1, max: 20 }),
      activation,
    }),
  )
  .map((one: Network) => onDigits(one));

describe('weights', () => {
  it('known networks have the known numbers of weights', () => {
    const dense = (...hidden: number[]) => onDigits({ kind: 'dense', hidden, activation: 'relu' });
    expect(countWeights(dense())).toBe(7_850);
    expect(countWeights(dense(128))).toBe(784 * 128 + 128 + 128 * 10 + 10);
    const cnn = onDigits({
      kind: 'convolutional',
      filters: [8, 16],
      kernel: 3,
      dense: 64,
      activation: 'relu',
    });
    expect(weightLayers(cnn).map((l) => [l.inputs, l.units, l.weights + l.biases])).toEqual([
      [9, 8, 80],
      [72, 16, 1_168],
      [7 * 7 * 16, 64, 50_240],
      [64, 10, 650],
    ]);
  });

  it('shapes, layers and counts agree; splitting and joining undo each other', () => {
    fc.assert(
      fc.property(network, fc.integer({ min: 0 }), (n, seed) => {
        const sizes = weightShapes(n).map((shape) => shape.reduce((a, b) => a * b, 1));
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(countWeights(n));
        const flat = initialWeights(n, createRandom(seed));
        const parts = splitWeights(n, flat);
        expect(parts.map((p) => p.length)).toEqual(sizes);
        expect(joinWeights(parts)).toEqual(flat);
        expect(() => splitWeights(n, new Float32Array(flat.length + 1))).toThrow(RangeError);
      }),
      { numRuns: 40 },
    );
  });

  it('starts are the same for a seed, other for another, within their limits, with biases 0', () => {
    fc.assert(
      fc.property(network, fc.integer({ min: 0 }), (n, seed) => {
        const flat = initialWeights(n, createRandom(seed));
        expect(initialWeights(n, createRandom(seed))).toEqual(flat);
        expect(initialWeights(n, createRandom(seed + 1))).not.toEqual(flat);
        const parts = splitWeights(n, flat);
        weightLayers(n).forEach((layer, i) => {
          const limit = Math.sqrt(6 / layer.inputs) * 1.000001;
          expect(parts[2 * i]!.every((w) => Math.abs(w) <= limit)).toBe(true);
          expect(parts[2 * i + 1]!.every((b) => b === 0)).toBe(true);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('handed-in weights', () => {
  const n = onDigits({ kind: 'dense', hidden: [3], activation: 'tanh' });
  const good = initialWeights(n, createRandom(1));

  it('are read whatever their alignment', () => {
    const shifted = new Uint8Array(good.byteLength + 1);
    shifted.set(new Uint8Array(good.buffer), 1);
    expect(readWeights(n, shifted.subarray(1))).toEqual(good);
  });

  it('of a wrong length or with a value that is no number are refused', () => {
    const bytes = new Uint8Array(good.buffer.slice(0));
    expect(weightBytes(n)).toBe(bytes.length);
    expect(hasExactLength(n, bytes.length - 4)).toBe(false);
    expect(readWeights(n, bytes.subarray(0, bytes.length - 1))).toBe('wrong-length');
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const weights = good.slice();
      weights[weights.length - 1] = bad;
      expect(allFinite(weights)).toBe(false);
      expect(readWeights(n, new Uint8Array(weights.buffer))).toBe('not-finite');
    }
  });
});
