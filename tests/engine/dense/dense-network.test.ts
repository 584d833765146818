import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNIT_ACTIVATIONS } from '@/engine/dense/activations';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { answeredClass, evaluateDense } from '@/engine/dense/evaluate';
import { INITIALISER_IDS, initialDenseWeights } from '@/engine/dense/initialisers';
import { biasIndex, countDenseWeights, denseShape, layerSpans, weightIndex } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';

const shapes = fc
  .record({
    inputs: fc.integer({ min: 1, max: 7 }),
    hidden: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    activation: fc.constantFrom(...UNIT_ACTIVATIONS),
    outputs: fc.integer({ min: 1, max: 4 }),
    last: fc.constantFrom('linear', 'sigmoid', 'softmax'),
  } as const)
  .map(({ inputs, hidden, activation, outputs, last }) =>
    denseShape(inputs, hidden, activation, outputs, last),
  );
const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('dense networks', () => {
  test('2-4-4-1 has (2·4 + 4) + (4·4 + 4) + (4·1 + 1) = 37 weights', () => {
    expect(countDenseWeights(denseShape(2, [4, 4], 'tanh', 1, 'sigmoid'))).toBe(37);
  });

  test('every weight and bias has a place of its own, and the places fill the array', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const places = layerSpans(shape).flatMap((span) =>
          Array.from({ length: span.units }, (_, unit) => [
            ...Array.from({ length: span.inputs }, (_, input) => weightIndex(span, unit, input)),
            biasIndex(span, unit),
          ]).flat(),
        );
        expect(places.toSorted((a, b) => a - b)).toEqual([...Array(countDenseWeights(shape)).keys()]);
      }),
    );
  });

  test('answers have the shape examples × outputs, and an answer does not depend on its batch', () => {
    fc.assert(
      fc.property(shapes, seeds, fc.integer({ min: 1, max: 20 }), (shape, seed, count) => {
        const random = createRandom(seed);
        const network = new DenseNetwork(shape, initialDenseWeights(shape, 'fitting', random));
        const inputs = Float64Array.from({ length: count * shape.inputs }, () => random.uniform() * 4 - 2);
        const all = network.forwardRange(inputs, 0, count).slice(0, count * network.outputs);
        for (let e = 0; e < count; e++) {
          const alone = network.forward(inputs, Uint32Array.of(e), 0, 1).slice(0, network.outputs);
          expect(alone).toEqual(all.slice(e * network.outputs, (e + 1) * network.outputs));
        }
      }),
    );
  });

  test('exchanging two units of a hidden layer, with all their weights, changes no answer', () => {
    fc.assert(
      fc.property(shapes, seeds, seeds, (shape, seed, which) => {
        const spans = layerSpans(shape);
        fc.pre(spans.length > 1);
        const random = createRandom(seed);
        const weights = initialDenseWeights(shape, 'fitting', random).map((w) => w + 0.01 * random.uniform());
        const choice = createRandom(which);
        const layer = choice.int(spans.length - 1);
        const [span, next] = [spans[layer]!, spans[layer + 1]!];
        const [a, b] = [choice.int(span.units), choice.int(span.units)];
        const exchanged = weights.slice();
        const swap = (i: number, j: number) => {
          exchanged[i] = weights[j]!;
          exchanged[j] = weights[i]!;
        };
        for (let input = 0; input < span.inputs; input++)
          swap(weightIndex(span, a, input), weightIndex(span, b, input));
        swap(biasIndex(span, a), biasIndex(span, b));
        for (let unit = 0; unit < next.units; unit++)
          swap(weightIndex(next, unit, a), weightIndex(next, unit, b));
        const inputs = Float64Array.from({ length: shape.inputs }, () => random.uniform());
        const before = new DenseNetwork(shape, weights).forwardRange(inputs, 0, 1);
        const after = new DenseNetwork(shape, exchanged).forwardRange(inputs, 0, 1);
        before.forEach((y, k) => {
          expect(after[k]).toBeCloseTo(y, 10);
        });
      }),
    );
  });

  test('softmax answers are above 0 and add up to 1, however large the sums', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 6 }),
        (z) => {
          const shape = denseShape(1, [], 'linear', z.length, 'softmax');
          const y = new DenseNetwork(shape, [...z.map(() => 0), ...z]).forwardRange(Float64Array.of(1), 0, 1);
          expect(y.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
          expect(Math.min(...y)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('a wrong number of weights is refused', () => {
    expect(() => new DenseNetwork(denseShape(2, [], 'linear', 1, 'linear'), [1, 2])).toThrow(RangeError);
  });

  test('I11: the same seed gives the same weights, another seed others', () => {
    const shape = denseShape(2, [8, 8], 'tanh', 1, 'sigmoid');
    for (const initialiser of INITIALISER_IDS) {
      const first = initialDenseWeights(shape, initialiser, createRandom(5));
      expect(initialDenseWeights(shape, initialiser, createRandom(5))).toEqual(first);
      if (initialiser !== 'zero')
        expect(initialDenseWeights(shape, initialiser, createRandom(6))).not.toEqual(first);
    }
  });

  test('counts right answers and confusions', () => {
    const shape = denseShape(1, [], 'linear', 1, 'sigmoid');
    const network = new DenseNetwork(shape, [10, 0]);
    const examples = {
      count: 4,
      inputs: Float64Array.of(-1, -1, 1, 0),
      targets: Float64Array.of(0, 1, 1, 1),
    };
    const found = evaluateDense(network, examples, 'binary-cross-entropy', 2);
    // At 0.5 exactly the answer is class 1, as at a perceptron's threshold.
    expect(found.accuracy).toBe(0.75);
    expect(found.confusion).toEqual([
      [1, 0],
      [1, 2],
    ]);
    expect(evaluateDense(network, examples, 'squared-error', 0).accuracy).toBeNull();
    expect(answeredClass([0.2, 0.5, 0.3], 0, 3)).toBe(1);
  });
});
