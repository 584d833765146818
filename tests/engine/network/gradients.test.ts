import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { splitWeights } from '@/engine/network/flat-weights';
import { initialWeights } from '@/engine/network/initial-weights';
import { lossRoot } from '@/engine/network/loss-root';
import { sumLosses } from '@/engine/network/losses';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { createRandom } from '@/engine/random';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import type { Experiment } from '@/protocol/experiment';
import { ACTIVATIONS, LOSSES } from '@/protocol/experiment-choices';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';

// Real arithmetic on a machine that may be busy with other tests.
const random = createRandom(5);
/** Six pictures, a third of them paper. */
const pictures = () => Uint8Array.from({ length: 6 * 784 }, () => Math.max(0, random.int(384) - 128));
const noise = (n: number, scale = 1) => Float32Array.from({ length: n }, () => random.normal() * scale);

describe('losses', () => {
  for (const backend of ['cpu', 'wasm'] as const) {
    it.each(LOSSES)(`%s: the slope by the logits is the finite difference (${backend})`, async (loss) => {
      await startNodeBackend(backend);
      const logits = noise(40, 2);
      const labels = Uint8Array.from([3, 0, 9, 3]);
      const targets = tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), 10), 'float32') as tf.Tensor2D;
      const slope = tf.grad((z) => lossRoot(loss, z as tf.Tensor2D, targets))(tf.tensor2d(logits, [4, 10]));
      const values = await slope.data();
      for (let i = 0; i < 40; i++) {
        const at = (d: number) => {
          const moved = Float64Array.from(logits);
          moved[i]! += d;
          return sumLosses(loss, moved, labels, 10).loss / 4;
        };
        expect(values[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 5);
      }
      tf.disposeVariables();
    });
  }

  it('cross-entropy of very wrong, very confident answers stays finite', () => {
    expect(sumLosses('cross-entropy', [1000, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1], 10).loss).toBe(1000);
  });

  it('counts right answers', () => {
    expect(sumLosses('squared-error', [0, 5, 0, 0, 0, 0, 0, 0, 0, 0], [1], 10).correct).toBe(1);
  });
});

/** The gradient that a step of plain descent with rate 1 took, and the loss it should be the slope of. */
async function whole(experiment: Experiment, backend: 'cpu' | 'wasm') {
  await startNodeBackend(backend);
  const start = initialWeights(experiment, createRandom(1));
  const pixels = pictures();
  const labels = Uint8Array.from([1, 2, 3, 4, 5, 6]);
  const network = new TfjsNetwork(
    { ...experiment, learningRate: 1 },
    { step: 0, weights: start, slots: new Float32Array(0) },
  );
  network.trainStep(pixels, labels);
  const after = (await network.state()).weights;
  network.dispose();
  const lossAt = async (weights: Float32Array) => {
    const moved = new TfjsNetwork(experiment, { step: 0, weights, slots: new Float32Array(0) });
    const logits = await moved.logits(pixels);
    moved.dispose();
    let squares = 0;
    splitWeights(experiment, weights).forEach((part, i) => {
      if (i % 2 === 0) for (const w of part) squares += w * w;
    });
    return sumLosses(experiment.loss, logits, labels, 10).loss / 6 + experiment.l2 * squares;
  };
  return { start, gradient: start.map((w, i) => w - after[i]!), lossAt };
}

describe('whole networks', () => {
  const cases: Experiment[] = [
    ...ACTIVATIONS.map((activation) => ({
      ...SMALL,
      network: { kind: 'dense' as const, hidden: [12, 7], activation },
    })),
    ...LOSSES.map((loss) => ({ ...CONVOLUTIONAL, loss, l2: 0.01 })),
  ];
  it.each(cases.map((c) => [`${c.network.kind} ${c.network.activation} ${c.loss} l2=${c.l2}`, c] as const))(
    '%s: a step goes down along the finite difference',
    async (_name, experiment) => {
      const { start, gradient, lossAt } = await whole(experiment, 'wasm');
      // Along the gradient itself the change is largest against float32's noise.
      const length = Math.hypot(...gradient);
      const h = 4e-4 / length;
      const up = await lossAt(start.map((w, i) => w + h * gradient[i]!));
      const down = await lossAt(start.map((w, i) => w - h * gradient[i]!));
      expect((up - down) / (2 * h) / length ** 2).toBeCloseTo(1, 1.7);
    },
  );

  it.each([
    ['dense', SMALL],
    ['convolutional', CONVOLUTIONAL],
    [
      'convolutional, 5 × 5',
      {
        ...CONVOLUTIONAL,
        network: { ...CONVOLUTIONAL.network, kernel: 5, activation: 'tanh' },
      } as Experiment,
    ],
  ] as const)('%s: WASM and cpu agree', async (_name, experiment) => {
    const pixels = pictures();
    const labels = Uint8Array.from([1, 2, 3, 4, 5, 6]);
    const ends: Float32Array[] = [];
    for (const backend of ['cpu', 'wasm'] as const) {
      await startNodeBackend(backend);
      const network = new TfjsNetwork(experiment, {
        step: 0,
        weights: initialWeights(experiment, createRandom(1)),
        slots: new Float32Array(0),
      });
      for (let i = 0; i < 3; i++) network.trainStep(pixels, labels);
      ends.push((await network.state()).weights);
      network.dispose();
    }
    const largest = Math.max(...ends[0]!.map((w, i) => Math.abs(w - ends[1]![i]!)));
    expect(largest).toBeLessThan(1e-5);
  });
});
