import fc from 'fast-check';
import { expect, it } from 'vitest';
import { experimentShape } from '@/client/training/experiment-shape';
import { DATASET_IDS } from '@/protocol/datasets';
import { experimentSchema } from '@/protocol/experiment';
import { ACTIVATIONS, EXPERIMENT_BOUNDS, LOSSES, OPTIMIZERS } from '@/protocol/experiment-choices';
import { LIMITS } from '@/protocol/limits';

/** What a page reads of a kept experiment, and what the server's schema takes: they must not differ. */

/** Numbers at, around and far from a field's ends, and what is no number at all. */
const around = (least: number, most: number) =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(least, most, (least + most) / 2, Math.round((least + most) / 2)),
    },
    fc.constantFrom<unknown>(least - 1, most + 1, least + 0.5, Number.NaN, null, '1', undefined),
  );
const bound = (field: keyof typeof EXPERIMENT_BOUNDS) =>
  around(EXPERIMENT_BOUNDS[field][0], EXPERIMENT_BOUNDS[field][1]);
const choice = (choices: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<unknown>(...choices) },
    fc.constantFrom<unknown>('other', 3, null),
  );

const network = fc.oneof(
  fc.record({
    kind: choice(['dense']),
    hidden: fc.array(bound('hiddenUnits'), { maxLength: 4 }),
    activation: choice(ACTIVATIONS),
  }),
  fc.record({
    kind: choice(['convolutional']),
    filters: fc.array(bound('filters'), { maxLength: 3 }),
    kernel: fc.constantFrom<unknown>(3, 5, 4, null),
    dense: bound('dense'),
    activation: choice(ACTIVATIONS),
  }),
);
const experiment = fc.record({
  dataset: choice(DATASET_IDS),
  examples: bound('examples'),
  network,
  loss: choice(LOSSES),
  optimizer: choice(OPTIMIZERS),
  learningRate: bound('learningRate'),
  batchSize: bound('batchSize'),
  epochs: around(1, LIMITS.epochsPerRun),
  l2: bound('l2'),
  seed: bound('seed'),
});

it('takes what the wire takes, and gives the same', () => {
  let taken = 0;
  fc.assert(
    fc.property(experiment, (kept) => {
      const parsed = experimentSchema.safeParse(kept);
      if (parsed.success) taken += 1;
      expect(experimentShape(kept)).toEqual(parsed.success ? parsed.data : undefined);
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(100);
});
