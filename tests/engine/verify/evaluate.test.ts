import { beforeAll, describe, expect, it } from 'vitest';
import { bitSetOf } from '@/base/bit-set';
import type { Examples } from '@/engine/digits/examples';
import { answerOf } from '@/engine/network/answer-of';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { startOf } from '@/engine/training/start-of';
import { Training } from '@/engine/training/training';
import { loadHidden, scoreHidden } from '@/engine/verify/evaluate';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from '@/tests/engine/training/node-place';

// Real arithmetic on a machine that may be busy with other tests.
let hidden: Examples;
beforeAll(() => {
  hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
});

const onTfjs: MakeNetwork = (experiment, state) => new TfjsNetwork(experiment, state);

async function trained(experiment: Experiment): Promise<Float32Array> {
  const training = new Training(experiment, await nodePlace({ network: onKernels }));
  await collect(training);
  const { weights } = await training.between((network) => network.state());
  training.dispose();
  return weights;
}

/** What a network answers to each hidden picture. */
async function answers(make: MakeNetwork, experiment: Experiment, weights: Float32Array): Promise<number[]> {
  const network = make(experiment, { step: 0, weights, slots: new Float32Array(0) });
  const logits = await network.logits(hidden.pixels);
  network.dispose();
  return Array.from(hidden.labels, (_, i) => answerOf(logits, i, 10));
}

const dense = (units: number[], activation: 'relu' | 'tanh' | 'sigmoid', changes: Partial<Experiment>) => ({
  ...SMALL,
  ...{ examples: 3_000, epochs: 1, optimizer: 'adam' as const, learningRate: 0.003 },
  ...{ network: { kind: 'dense' as const, hidden: units, activation } },
  ...changes,
});

describe('verified score', () => {
  it('a trained network does well on both halves, a fresh one guesses', async () => {
    const experiment = { ...SMALL, examples: 4_000, optimizer: 'adam' as const, learningRate: 0.003 };
    const weights = await trained(experiment);
    const score = await scoreHidden(experiment, weights, hidden, onKernels);
    expect(score.accuracyPublic).toBeGreaterThan(0.65);
    expect(score.accuracyPrivate).toBeGreaterThan(0.65);
    expect(score.accuracyPublic).not.toBe(score.accuracyPrivate);
    const fresh = await scoreHidden(experiment, startOf(experiment).weights, hidden, onKernels);
    expect(fresh.accuracyPublic).toBeLessThan(0.4);
  });

  it('refuses weights of another network, and weights whose outputs overflow', async () => {
    const { weights } = startOf(SMALL);
    await expect(scoreHidden(SMALL, weights.subarray(1), hidden, onKernels)).rejects.toThrow(RangeError);
    await expect(
      scoreHidden(
        SMALL,
        weights.map(() => 3e38),
        hidden,
        onKernels,
      ),
    ).rejects.toThrow('not finite');
  });

  it('our kernels answer each of 4,000 pictures as tfjs does', async () => {
    await startNodeBackend();
    for (const experiment of [
      dense([], 'relu', {}),
      dense([10], 'relu', { seed: 2 }),
      dense([33, 7], 'tanh', { seed: 3 }),
      dense([128], 'relu', { seed: 4 }),
      dense([20], 'sigmoid', { loss: 'squared-error', seed: 5 }),
      { ...dense([], 'relu', { examples: 600, seed: 6 }), network: CONVOLUTIONAL.network },
    ]) {
      const weights = await trained(experiment);
      const own = await answers(onKernels, experiment, weights);
      expect(own).toEqual(await answers(onTfjs, experiment, weights));
      expect(await scoreHidden(experiment, weights, hidden, onKernels)).toEqual(
        await scoreHidden(experiment, weights, hidden, onTfjs),
      );
    }
  });

  it('of equal sums the first is the answer, on both', async () => {
    await startNodeBackend();
    const weights = startOf(SMALL).weights.fill(0);
    const half = hidden.count / 2;
    const zeros = (from: number) => hidden.labels.subarray(from, from + half).filter((d) => d === 0).length;
    for (const make of [onKernels, onTfjs])
      expect(await scoreHidden(SMALL, weights, hidden, make)).toEqual({
        accuracyPublic: zeros(0) / half,
        accuracyPrivate: zeros(half) / half,
        right: bitSetOf(hidden.labels.map((digit) => (digit === 0 ? 1 : 0))),
      });
  });
});
