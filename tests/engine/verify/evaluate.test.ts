import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { startOf } from '@/engine/training/start-of';
import { Training } from '@/engine/training/training';
import { loadHidden, scoreHidden } from '@/engine/verify/evaluate';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { DATASETS } from '@/protocol/datasets';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { collect, nodePlace } from '@/tests/engine/training/node-place';

// Real arithmetic on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let hidden: Examples;
beforeAll(() => {
  hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
});

describe('verified score', () => {
  it('a trained network does well on both halves, a fresh one guesses', async () => {
    await startNodeBackend();
    const experiment = { ...SMALL, examples: 4_000, optimizer: 'adam' as const, learningRate: 0.003 };
    const training = new Training(experiment, await nodePlace());
    await collect(training);
    const { weights } = await training.between((network) => network.state());
    training.dispose();
    const score = await scoreHidden(experiment, weights, hidden);
    expect(score.accuracyPublic).toBeGreaterThan(0.65);
    expect(score.accuracyPrivate).toBeGreaterThan(0.65);
    expect(score.accuracyPublic).not.toBe(score.accuracyPrivate);
    const fresh = await scoreHidden(experiment, startOf(experiment).weights, hidden);
    expect(fresh.accuracyPublic).toBeLessThan(0.4);
  });

  it('refuses weights of another network, and weights whose outputs overflow', async () => {
    const { weights } = startOf(SMALL);
    await expect(scoreHidden(SMALL, weights.subarray(1), hidden)).rejects.toThrow(RangeError);
    await expect(
      scoreHidden(
        SMALL,
        weights.map(() => 3e38),
        hidden,
      ),
    ).rejects.toThrow('not finite');
  });
});
