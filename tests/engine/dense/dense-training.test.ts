import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DenseTraining, type TrainingSettings } from '@/engine/dense/dense-training';
import { evaluateDense } from '@/engine/dense/evaluate';
import { finiteDifferences } from '@/engine/dense/finite-differences';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { emptySlots, OPTIMIZER_IDS, optimizerRule } from '@/engine/dense/optimizers';
import { addPenaltySlopes, penaltyOf } from '@/engine/dense/penalties';
import { denseShape, layerSpans } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';

const shape = denseShape(2, [8], 'tanh', 1, 'sigmoid');
const count = 120;
const random = createRandom(1);
const inputs = Float64Array.from({ length: count * 2 }, () => random.uniform() * 4 - 2);
const targets = Float64Array.from({ length: count }, (_, e) =>
  inputs[2 * e]! * inputs[2 * e + 1]! > 0 ? 1 : 0,
);

function training(settings: Partial<TrainingSettings> = {}, seed = 1) {
  return new DenseTraining(
    shape,
    initialDenseWeights(shape, 'fitting', createRandom(seed)),
    { count, inputs, targets },
    {
      loss: 'binary-cross-entropy',
      optimizer: 'sgd',
      learningRate: 0.1,
      batchSize: 10,
      l1: 0,
      l2: 0,
      ...settings,
    },
    (epoch) => createRandom(seed, 9, epoch),
  );
}

function steps(subject: DenseTraining, howMany: number) {
  for (let i = 0; i < howMany; i++) subject.step();
}

describe('training', () => {
  test.each(OPTIMIZER_IDS)('%s learns the exclusive or of two signs', (optimizer) => {
    const subject = training({ optimizer, learningRate: optimizer === 'sgd' ? 0.5 : 0.05 });
    steps(subject, 3000);
    expect(
      evaluateDense(subject.network, subject.examples, 'binary-cross-entropy', 2).accuracy,
    ).toBeGreaterThan(0.97);
  });

  test('I11: the same seed gives the same training; going on from a state equals never stopping', () => {
    for (const optimizer of OPTIMIZER_IDS) {
      const whole = training({ optimizer });
      steps(whole, 100);
      const first = training({ optimizer });
      steps(first, 47);
      const state = first.state();
      steps(first, 5);
      const second = training({ optimizer }, 1);
      second.restore(state);
      steps(second, 53);
      expect(second.network.weights).toEqual(whole.network.weights);
      expect(second.steps).toBe(100);
      expect(training({ optimizer }, 2).network.weights).not.toEqual(training({ optimizer }).network.weights);
    }
  });

  test('an epoch takes every example once: with rate 0 its mean gradient is the whole set’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), (batchSize) => {
        const subject = training({ batchSize, learningRate: 0 });
        const mean = new Float64Array(subject.network.weights.length);
        for (let step = 0; step < subject.stepsPerEpoch; step++) {
          const size = Math.min(batchSize, count - step * batchSize);
          subject.step();
          subject.network.gradient.forEach((slope, i) => {
            mean[i]! += (slope * size) / count;
          });
        }
        const full = training({ batchSize: count });
        full.step();
        full.network.gradient.forEach((slope, i) => {
          expect(mean[i]).toBeCloseTo(slope, 12);
        });
      }),
    );
  });

  test('far too large a rate diverges, and it is noticed', () => {
    const linear = denseShape(2, [], 'linear', 1, 'linear');
    const subject = new DenseTraining(
      linear,
      [1, 1, 0],
      { count, inputs, targets },
      { loss: 'squared-error', optimizer: 'sgd', learningRate: 100, batchSize: count, l1: 0, l2: 0 },
      (epoch) => createRandom(1, epoch),
    );
    expect(subject.finite).toBe(true);
    steps(subject, 300);
    expect(subject.finite).toBe(false);
  });

  test('relu passes on what is no number instead of hiding it as 0', () => {
    const relu = denseShape(1, [1], 'relu', 1, 'linear');
    const subject = new DenseTraining(
      relu,
      [Number.NaN, 0, 1, 0],
      { count: 1, inputs: Float64Array.of(1), targets: Float64Array.of(1) },
      { loss: 'squared-error', optimizer: 'sgd', learningRate: 0.1, batchSize: 1, l1: 0, l2: 0 },
      () => createRandom(1),
    );
    subject.step();
    expect(subject.network.outputsOf(1)[0]).toBeNaN();
  });
});

describe('penalties', () => {
  test('their slopes are finite differences of what they add; biases are free', () => {
    const weights = initialDenseWeights(shape, 'fitting', createRandom(4)).map((w) => w + 0.3);
    const spans = layerSpans(shape);
    const penalties = { l1: 0.3, l2: 0.7 };
    const slopes = new Float64Array(weights.length);
    addPenaltySlopes(penalties, weights, slopes, spans);
    const differences = finiteDifferences(() => penaltyOf(penalties, weights, spans), weights);
    slopes.forEach((slope, i) => {
      expect(slope).toBeCloseTo(differences[i]!, 6);
    });
    for (const { biasesAt, units } of spans)
      expect([...slopes.subarray(biasesAt, biasesAt + units)]).toEqual(new Array(units).fill(0));
  });
});

describe('update rules, by hand', () => {
  test.each([
    // Two steps with the gradients 2 and 1 from w = 1 at rate 0.1.
    ['sgd', [0.8, 0.7]],
    ['momentum', [0.8, 0.8 - 0.1 * 2.8]],
    // m̂ = 2 and √ŝ = 2; then m̂ = (0.9·0.2 + 0.1·1)/0.19 and ŝ = (0.999·0.004 + 0.001)/0.001999.
    ['adam', [0.9, 0.9 - (0.1 * (0.28 / 0.19)) / Math.sqrt(0.004996 / 0.001999)]],
  ] as const)('%s', (optimizer, wanted) => {
    const w = Float64Array.of(1);
    const slots = emptySlots(optimizer, 1);
    [2, 1].forEach((gradient, i) => {
      optimizerRule(optimizer).update(w, Float64Array.of(gradient), slots, 0.1, i + 1);
      expect(w[0]).toBeCloseTo(wanted[i]!, 6);
    });
  });
});
