import { describe, expect, it } from 'vitest';
import { reproduce } from '@/engine/runs/reproduce';
import { startOf } from '@/engine/training/start-of';
import { Training } from '@/engine/training/training';
import type { Experiment } from '@/protocol/experiment';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from '@/tests/engine/training/node-place';

const pictures = allPictures();
const LONG_MS = 60_000;

/** As a student's page trains, up to a step. */
async function trained(experiment: Experiment, steps: number): Promise<Float32Array> {
  const place = await nodePlace({ network: onKernels, pictures: await pictures });
  return (await collect(new Training(experiment, place), steps)).checkpoints.at(-1)!.weights;
}

describe('I17: training a run again', () => {
  it.each([
    ['dense, Adam', { ...SMALL, optimizer: 'adam', learningRate: 0.003, epochs: 5 }],
    ['pictures with marks', { ...SMALL, data: 'marked', epochs: 5 }],
    ['labels by lot', { ...SMALL, data: 'shuffled', epochs: 5 }],
    ['convolutional, momentum', { ...CONVOLUTIONAL, optimizer: 'momentum', learningRate: 0.02 }],
  ] as const)('comes to the weights that were trained: %s', async (_name, experiment) => {
    const weights = await trained(experiment, 15);
    const of = (step: number, claimed = weights, by: Experiment = experiment) =>
      pictures.then((all) => reproduce({ experiment: by, step, weights: claimed }, all, onKernels, LONG_MS));
    expect(await of(15)).toBe('same');
    expect(await of(14)).toBe('other');
    expect(await of(10_000)).toBe('other');
    expect(await of(15, weights, { ...experiment, seed: experiment.seed + 1 })).toBe('other');
    const { data, ...plain } = { data: undefined, ...experiment };
    if (data !== undefined) expect(await of(15, weights, plain)).toBe('other');
    const forged = weights.slice();
    forged[100]! += 1e-6;
    expect(await of(15, forged)).toBe('other');
    expect(await of(0, startOf(experiment).weights)).toBe('same');
  });

  it('is given up when its time is over', async () => {
    const claimed = { experiment: { ...SMALL, epochs: 50 }, step: 500, weights: startOf(SMALL).weights };
    expect(await reproduce(claimed, await pictures, onKernels, 0)).toBe('too-long');
  });
});
