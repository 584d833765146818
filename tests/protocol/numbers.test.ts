import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPERIMENT, point } from '@/people/sample-run';
import { commandSchema } from '@/protocol/commands';
import { experimentSchema } from '@/protocol/experiment';
import { LARGEST_LOSS } from '@/protocol/largest-loss';
import { LIMITS } from '@/protocol/limits';
import {
  isPlausible,
  MEASURED_BACKENDS,
  MEASURED_TASK_IDS,
  MEASURED_TASKS,
  speedUpsOf,
} from '@/protocol/measurement';
import { measurementSchema } from '@/protocol/measurement-schema';
import { batchSchema, MOST_EXAMPLES_PER_SECOND, pointSchema, runReportSchema } from '@/protocol/run';

/** Every number that JSON can say, the extreme ones often. */
const anyNumber = fc.oneof(
  fc.constantFrom(1e9, -1e9, 1e300, -1e300, Number.MAX_VALUE, 5e-324, -0, 2 ** 53, -1, 1.5, 1.000_001_1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const anyMeasure = fc.option(anyNumber);
const within = (value: number | null, least: number, most: number) =>
  value === null || (value >= least && value <= most);

describe('numbers of a point', () => {
  it('mean something, whatever is sent: refused or brought into their range', () => {
    fc.assert(
      fc.property(
        fc.record({
          step: anyNumber,
          epoch: anyNumber,
          loss: anyMeasure,
          accuracy: anyMeasure,
          validationLoss: anyMeasure,
          validationAccuracy: anyMeasure,
          examplesPerSecond: anyNumber,
        }),
        (sent) => {
          const read = pointSchema.safeParse(sent);
          if (!read.success) return;
          const { step, epoch, loss, accuracy, validationLoss, validationAccuracy, examplesPerSecond } =
            read.data;
          expect(Number.isInteger(step) && within(step, 0, LIMITS.stepsPerRun)).toBe(true);
          expect(within(epoch, 0, LIMITS.stepsPerRun)).toBe(true);
          for (const one of [loss, validationLoss]) expect(within(one, 0, LARGEST_LOSS)).toBe(true);
          for (const one of [accuracy, validationAccuracy]) expect(within(one, 0, 1)).toBe(true);
          expect(within(examplesPerSecond, 0, MOST_EXAMPLES_PER_SECOND)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['an accuracy of a billion', { accuracy: 1e9 }],
    ['a validation accuracy above all', { validationAccuracy: 1.01 }],
    ['a negative accuracy', { accuracy: -0.1 }],
    ['a negative loss', { loss: -1 }],
    ['a loss beyond float32', { validationLoss: 1e300 }],
    ['a step that no experiment has', { step: LIMITS.stepsPerRun + 1 }],
    ['a negative speed', { examplesPerSecond: -1 }],
    ['a negative epoch', { epoch: -1 }],
  ])('are refused: %s', (_what, given) => {
    expect(pointSchema.safeParse(point(3, given)).success).toBe(false);
  });

  it('may tell of a loss that explodes or is none any more, and of what floats do to a share', () => {
    expect(pointSchema.parse(point(3, { loss: 3e38 })).loss).toBe(LARGEST_LOSS);
    expect(pointSchema.parse(point(3, { loss: null, accuracy: null }))).toMatchObject({ loss: null });
    expect(pointSchema.parse(point(3, { accuracy: 1.000_000_000_2 })).accuracy).toBe(1);
    expect(pointSchema.parse(point(3, { loss: -1e-9 })).loss).toBe(0);
    expect(pointSchema.parse(point(3, { examplesPerSecond: 1e300 })).examplesPerSecond).toBe(
      MOST_EXAMPLES_PER_SECOND,
    );
  });

  it('stand in order within a batch', () => {
    const batch = (...steps: number[]) => ({
      sequence: 1,
      points: steps.map((step) => point(step)),
      state: 'training',
      report: null,
    });
    expect(batchSchema.safeParse(batch(1, 2, 9)).success).toBe(true);
    expect(batchSchema.safeParse(batch(1, 9, 2)).success).toBe(false);
  });
});

it('a report counts pictures, and no more than there can be', () => {
  const report = (count: number, seconds = 1) => ({ confusion: [[count]], seconds });
  expect(runReportSchema.safeParse(report(200)).success).toBe(true);
  for (const count of [-1, 0.5, 1e9]) expect(runReportSchema.safeParse(report(count)).success).toBe(false);
  expect(runReportSchema.parse(report(1, 1e300)).seconds).toBeLessThan(1e6);
});

it('an experiment’s numbers are refused beyond their ends', () => {
  const extremes = [-1e300, -1, 1e9, 1e300, Number.MAX_SAFE_INTEGER];
  for (const field of ['examples', 'learningRate', 'batchSize', 'epochs', 'l2'] as const)
    for (const value of extremes)
      expect(experimentSchema.safeParse({ ...EXPERIMENT, [field]: value }).success).toBe(false);
  for (const units of [0, 513, 1e9])
    expect(
      experimentSchema.safeParse({ ...EXPERIMENT, network: { ...EXPERIMENT.network, hidden: [units] } })
        .success,
    ).toBe(false);
});

describe('figures of a device', () => {
  it('are such as a device can have, or are refused; a speed-up has an end either way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURED_TASK_IDS),
        fc.nat(7),
        fc.constantFrom(...MEASURED_BACKENDS),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-5, max: 6e5, noNaN: true }),
        (task, at, backend, ms, plainMs) => {
          const { sizes } = MEASURED_TASKS[task];
          const size = sizes[at % sizes.length]!;
          const figure = { task, backend, size, ms };
          const read = measurementSchema.safeParse({ software: false, figures: [figure] });
          if (!read.success) return;
          expect(isPlausible(figure)).toBe(true);
          const plain = { task, backend: 'javascript' as const, size, ms: plainMs };
          const { tasks } = speedUpsOf({ software: false, figures: [plain, figure] });
          for (const speedUps of Object.values(tasks[task]))
            for (const times of speedUps) expect(within(times, 0.000_1, 10_000)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['a large product in no time', 'webgl', 1024, 0.000_01],
    ['a large product in plain JavaScript in a millisecond', 'javascript', 1024, 1],
    ['a small one that takes minutes', 'javascript', 8, 600_000],
  ] as const)('are refused: %s', (_what, backend, size, ms) => {
    const figures = [{ task: 'matrix-product', backend, size, ms }];
    expect(measurementSchema.safeParse({ software: false, figures }).success).toBe(false);
    expect(commandSchema.safeParse({ type: 'measurement:report', software: false, figures }).success).toBe(
      false,
    );
  });
});
