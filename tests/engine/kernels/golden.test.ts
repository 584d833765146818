import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '@/engine/training/checkpoint';
import { Training } from '@/engine/training/training';
import type { DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from '@/tests/engine/training/node-place';
import { GOLDEN } from './golden';

const hashOf = (weights: Float32Array) =>
  createHash('sha256').update(new Uint8Array(weights.buffer)).digest('hex').slice(0, 16);

const stores = new Map<DatasetId, ReturnType<typeof allPictures>>();
async function placeFor({ dataset }: Experiment) {
  const pictures = stores.get(dataset) ?? allPictures(dataset);
  stores.set(dataset, pictures);
  return nodePlace({ network: onKernels, pictures: await pictures });
}

async function ended(training: Training, limit?: number): Promise<Checkpoint> {
  return (await collect(training, limit)).checkpoints.at(-1)!;
}

describe('I17: the weights with which an experiment ends, to the bit', () => {
  it.each(GOLDEN)('%s', async (_name, experiment, hash) => {
    const training = new Training(experiment, await placeFor(experiment));
    expect(hashOf((await ended(training)).weights)).toBe(hash);
  });

  it('neither pauses nor a checkpoint on the way change them, with any optimiser', async () => {
    for (const [, experiment, hash] of GOLDEN.filter(([name]) => /plain|momentum$|Adam with/.test(name))) {
      const place = await placeFor(experiment);
      const first = new Training(experiment, place);
      await ended(first, 3);
      const kept = structuredClone(await ended(first, 4));
      const { weights } = await ended(new Training(experiment, place, kept));
      expect(hashOf(weights)).toBe(hash);
    }
  });
});
