import { describe, expect, test } from 'vitest';
import { commandSchema } from '@/protocol/commands';
import {
  MEASURED_BACKENDS,
  MEASURED_TASK_IDS,
  MEASURED_TASKS,
  type MeasuredFigure,
  speedUpsOf,
} from '@/protocol/measurement';
import { measurementSchema } from '@/protocol/measurement-schema';

const everything: MeasuredFigure[] = MEASURED_TASK_IDS.flatMap((task) =>
  MEASURED_BACKENDS.flatMap((backend) =>
    MEASURED_TASKS[task].sizes.map((size) => ({ task, backend, size, ms: size / 10 })),
  ),
);
const figure: MeasuredFigure = { task: 'matrix-product', backend: 'webgl', size: 64, ms: 0.5 };
const fits = (value: unknown) => measurementSchema.safeParse(value).success;

describe('a measurement on the wire', () => {
  test('may tell of all tasks, sizes and backends, as a command of a student', () => {
    expect(fits({ software: false, figures: everything })).toBe(true);
    const command = { type: 'measurement:report', software: true, figures: [figure] };
    expect(commandSchema.safeParse(command).success).toBe(true);
  });

  test.each([
    ['nothing', []],
    ['a size that nobody measures', [{ ...figure, size: 65 }]],
    ['a size of the other task', [{ ...figure, task: 'training-step', size: 64 }]],
    ['an unknown backend', [{ ...figure, backend: 'cuda' }]],
    ['an unknown task', [{ ...figure, task: '__proto__' }]],
    ['no time at all', [{ ...figure, ms: 0 }]],
    ['time that goes backwards', [{ ...figure, ms: -1 }]],
    ['no number', [{ ...figure, ms: Number.NaN }]],
    ['more than ten minutes', [{ ...figure, ms: 600_001 }]],
    ['the same twice', [figure, figure]],
    ['a name beside', [{ ...figure, renderer: 'RTX' }]],
  ])('does not tell %s', (_what, figures) => {
    expect(fits({ software: false, figures })).toBe(false);
  });
});

test('speed-ups are times as fast as plain JavaScript at the same size, null where one is missing', () => {
  const { tasks } = speedUpsOf({
    software: false,
    figures: [
      { task: 'matrix-product', backend: 'javascript', size: 8, ms: 1 },
      { task: 'matrix-product', backend: 'javascript', size: 16, ms: 10 },
      { task: 'matrix-product', backend: 'webgl', size: 8, ms: 4 },
      { task: 'matrix-product', backend: 'webgl', size: 16, ms: 0.3 },
      { task: 'matrix-product', backend: 'wasm', size: 1024, ms: 7 },
    ],
  });
  expect(tasks['matrix-product']).toEqual({ webgl: [0.25, 33.3, null, null, null, null, null, null] });
  expect(tasks['training-step']).toEqual({});
});
