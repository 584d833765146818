import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { networkCode } from '@/client/review/code/network-code';
import { splitWeights } from '@/engine/network/flat-weights';
import { initialWeights } from '@/engine/network/initial-weights';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { toUnit } from '@/engine/network/unit-pixels';
import { createRandom } from '@/engine/random';
import { EXPERIMENT } from '@/people/sample-run';
import type { Experiment } from '@/protocol/experiment';
import { weightShapes } from '@/protocol/weight-shapes';

const WORDS = { pictures: 'pictures', network: 'network', training: 'training' };
const STEPS = 2;
const BATCH = 2;
const PIXELS = 784;

const EXPERIMENTS: Record<string, Experiment> = {
  'a linear classifier by gradient descent': EXPERIMENT,
  'two hidden layers with momentum, squared error and a penalty': {
    ...EXPERIMENT,
    network: { kind: 'dense', hidden: [12, 7], activation: 'tanh' },
    loss: 'squared-error',
    optimizer: 'momentum',
    l2: 0.01,
  },
  'convolutions with adam': {
    ...EXPERIMENT,
    network: { kind: 'convolutional', filters: [2, 2], kernel: 3, dense: 4, activation: 'relu' },
    optimizer: 'adam',
    learningRate: 0.01,
  },
};

/** The module as whoever copied it would run it. */
function run(code: string): { buildNetwork(): tf.LayersModel; train: unknown } {
  const body = code.replace(/^import .*$/m, '').replace(/^export /gm, '');
  return new Function('tf', `${body}\nreturn { buildNetwork, train };`)(tf);
}

describe('a run’s network as code', () => {
  beforeAll(() => tf.setBackend('cpu'));

  for (const [name, experiment] of Object.entries(EXPERIMENTS)) {
    it(`learns as the run did: ${name}`, async () => {
      const weights = initialWeights(experiment, createRandom(7, 0));
      const ours = new TfjsNetwork(experiment, { step: 0, weights, slots: new Float32Array(0) });
      const theirs = run(networkCode(experiment, WORDS)).buildNetwork();
      const shapes = weightShapes(experiment);
      theirs.setWeights(splitWeights(experiment, weights).map((part, i) => tf.tensor(part, [...shapes[i]!])));

      const random = createRandom(8, 0);
      for (let step = 0; step < STEPS; step += 1) {
        const pixels = Uint8Array.from({ length: BATCH * PIXELS }, () => random.int(256));
        const labels = Uint8Array.from({ length: BATCH }, () => Math.floor(random.uniform() * 10));
        ours.trainStep(pixels, labels);
        await theirs.trainOnBatch(
          tf.tensor(toUnit(pixels), [BATCH, 28, 28, 1]),
          tf.oneHot(tf.tensor1d(Int32Array.from(labels), 'int32'), 10),
        );
      }
      const learnt = splitWeights(experiment, (await ours.state()).weights);
      const moved = learnt.some((part, i) =>
        part.some((w, k) => w !== splitWeights(experiment, weights)[i]![k]),
      );
      expect(moved).toBe(true);
      for (const [i, tensor] of theirs.getWeights().entries()) {
        const values = await tensor.data();
        expect(Math.max(...learnt[i]!.map((w, k) => Math.abs(w - values[k]!)))).toBeLessThan(1e-5);
      }
      ours.dispose();
    });
  }

  it('says how long, in what batches and with how many examples it was trained', () => {
    const code = networkCode({ ...EXPERIMENT, examples: 600, batchSize: 32, epochs: 4 }, WORDS);
    expect(code).toMatch(/600/);
    expect(code).toMatch(/batchSize: 32/);
    expect(code).toMatch(/epochs: 4/);
  });
});
