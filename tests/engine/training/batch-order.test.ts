import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenExamples, epochOrder } from '@/engine/training/batch-order';
import { batchOf, epochsDone, examplesUsed, stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import { SMALL } from '@/tests/engine/experiments';

const BLOCKS = [10, 25, 30];

describe('batch order', () => {
  const order = fc.record({
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    examples: fc.integer({ min: 1, max: 80 }),
  });

  it('every epoch takes each chosen picture once; later epochs in another order', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 50 }), (o, epoch) => {
        const chosen = [...chosenExamples(o, BLOCKS)];
        expect(chosen).toHaveLength(Math.min(o.examples, 65));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect([...epochOrder(o, 0, BLOCKS)]).toEqual(chosen);
        const later = [...epochOrder(o, epoch, BLOCKS)];
        expect(later).toEqual([...epochOrder(o, epoch, BLOCKS)]);
        const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
        expect(sorted(later)).toEqual(sorted(chosen));
      }),
    );
  });

  it('the first epoch goes through the files one after another', () => {
    const chosen = chosenExamples({ seed: 1, examples: 65 }, BLOCKS);
    expect(Math.max(...chosen.subarray(0, 10))).toBe(9);
    expect(Math.max(...chosen.subarray(10, 35))).toBe(34);
    expect([...chosen]).not.toEqual([...chosen].sort((a, b) => a - b));
  });
});

describe('schedule', () => {
  it('batches cover each epoch without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 20_000 }),
        fc.integer({ min: 1, max: 512 }),
        (examples, batchSize) => {
          const experiment = { ...SMALL, examples, batchSize, epochs: 2 };
          const perEpoch = stepsPerEpoch(experiment);
          expect(totalSteps(experiment)).toBe(2 * perEpoch);
          const ends = [
            batchOf(experiment, 0),
            batchOf(experiment, perEpoch - 1),
            batchOf(experiment, perEpoch),
          ];
          expect(ends[0]).toMatchObject({ epoch: 0, from: 0 });
          expect(ends[1]).toMatchObject({ epoch: 0, to: examplesUsed(experiment) });
          expect(ends[1]!.to).toBeGreaterThan(ends[1]!.from);
          expect(ends[2]).toMatchObject({ epoch: 1, from: 0 });
          expect(epochsDone(experiment, perEpoch)).toBe(1);
        },
      ),
    );
  });
});
