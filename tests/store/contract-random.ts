import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, RUN_STATES, type RunState } from '@/protocol/run-state';
import { aBatch, aClass, aRun, aStudent } from './made-things';
import type { Subject } from './store-contract';

/** A run as the simplest program would keep it. */
interface Model {
  epoch: number;
  stored: number[];
  state: RunState;
}

interface Append {
  run: number;
  /** Against the model's epoch: 0 is right. */
  epochOffset: number;
  /** Against the next sequence: 0 is right, less is a repeat, more a gap. */
  offset: number;
  state: RunState;
}

const RUNS = 3;
const run = fc.nat(RUNS - 1);
const state = fc.oneof(
  { weight: 8, arbitrary: fc.constant<RunState>('training') },
  { weight: 1, arbitrary: fc.constantFrom(...RUN_STATES) },
);
const epochOffset = fc.oneof(
  { weight: 9, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
);
const offset = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: -2, max: 2 }) },
);
const append: fc.Arbitrary<Append> = fc.record({ run, epochOffset, offset, state });
/** Either some appends at once, or an attach. */
const turn = fc.oneof(
  { weight: 4, arbitrary: fc.array(append, { minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: run },
);

function expectedOutcome(model: Model, epoch: number, sequence: number, next: RunState): string {
  const outcome = (kind: string) => `${kind} ${model.stored.length}`;
  if (epoch !== model.epoch) return outcome('stale');
  if (sequence <= model.stored.length) return outcome('stored');
  if (!isOpen(model.state)) return outcome('closed');
  if (sequence > model.stored.length + 1) return outcome('gap');
  model.stored.push(sequence);
  model.state = next;
  return outcome('stored');
}

export function describeRandomAppends(subject: Subject): void {
  describe('random appends and attaches', () => {
    it('answer and keep what a plain model does', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
          const { store } = subject;
          const student = aStudent('Ann');
          const made = aClass({ students: { [student.id]: student } });
          await store.createClass(made);
          const runs = Array.from({ length: RUNS }, () => aRun(made.id, student.id));
          const models = runs.map((): Model => ({ epoch: 1, stored: [], state: 'training' }));
          for (const one of runs) await store.attachRun(one, 1);

          for (const what of turns) {
            if (typeof what === 'number') {
              models[what]!.epoch += 1;
              const attached = await store.attachRun(runs[what]!, 2);
              expect(attached!.epoch).toBe(models[what]!.epoch);
              expect(attached!.summary.highWater).toBe(models[what]!.stored.length);
              continue;
            }
            const expected: string[] = [];
            const asked = what.map((one) => {
              const model = models[one.run]!;
              const epoch = model.epoch + one.epochOffset;
              const sequence = Math.max(1, model.stored.length + 1 + one.offset);
              expected.push(expectedOutcome(model, epoch, sequence, one.state));
              return store.appendBatch(runs[one.run]!.id, epoch, aBatch(sequence, one.state), 3);
            });
            const outcomes = await Promise.all(asked);
            expect(outcomes.map(({ kind, highWater }) => `${kind} ${highWater}`)).toEqual(expected);
          }
          for (const [index, one] of runs.entries()) {
            const read = (await store.readRun(one.id))!;
            const steps = models[index]!.stored.flatMap((sequence) => [sequence * 2, sequence * 2 + 1]);
            expect(read.points.map(({ step }) => step)).toEqual(steps);
            expect(read.run).toMatchObject({ pointCount: steps.length, state: models[index]!.state });
          }
          await store.deleteClass(made.id);
        }),
        { numRuns: 30 },
      );
    });
  });
}
