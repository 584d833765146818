import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPERIMENT } from '@/people/sample-run';
import { BACKENDS } from '@/protocol/experiment-choices';
import { RUN_STATES } from '@/protocol/run-state';
import { packRunTable, type RunResult, readRunTable } from '@/protocol/run-table';

const figure = fc.option(
  fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Number(value.toPrecision(6)) + 0),
);
const result: fc.Arbitrary<RunResult> = fc.record({
  id: fc.nat().map((value) => value.toString(16).padStart(32, '0')),
  studentId: fc.constantFrom('a', 'b', 'c'),
  experiment: fc.record({
    ...Object.fromEntries(Object.entries(EXPERIMENT).map(([name, value]) => [name, fc.constant(value)])),
    learningRate: fc.constantFrom(0.1, 0.2),
    seed: fc.nat(),
  }) as fc.Arbitrary<RunResult['experiment']>,
  backend: fc.constantFrom(...BACKENDS),
  state: fc.constantFrom(...RUN_STATES),
  createdAt: fc.nat().map((value) => 1_700_000_000_000 + value),
  steps: fc.nat(),
  accuracy: fc.oneof(
    fc.constant({ value: null, measured: null }),
    fc.record({ value: figure, measured: fc.constantFrom('validation' as const, 'training' as const) }),
  ),
  verifiedAccuracy: figure,
  finalLoss: figure,
  time: fc.nat(),
});

describe('a table of runs on its way to a page', () => {
  test('arrives as it was, with whoever has runs', () => {
    fc.assert(
      fc.property(fc.array(result), (runs) => {
        const table = packRunTable(runs);
        expect(readRunTable(table)).toEqual(runs);
        expect(Object.fromEntries(table.students.map(({ id, runCount }) => [id, runCount]))).toEqual(
          Object.fromEntries(
            [...new Set(runs.map(({ studentId }) => studentId))].map((id) => [
              id,
              runs.filter(({ studentId }) => studentId === id).length,
            ]),
          ),
        );
      }),
    );
  });

  test('says an experiment once, whatever its seeds are', () => {
    const run: RunResult = {
      ...{ id: '0', studentId: 'a', backend: 'cpu', state: 'finished', createdAt: 0, steps: 0, time: 0 },
      ...{ accuracy: { value: null, measured: null }, verifiedAccuracy: null, finalLoss: null },
      experiment: EXPERIMENT,
    };
    const runs = [1, 2, 3].map((seed) => ({ ...run, experiment: { ...EXPERIMENT, seed } }));
    expect(packRunTable(runs).packed.match(/"optimizer"/g)).toHaveLength(1);
  });
});
