import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newStepRecord, type StepRecord, withReport, withTime } from '@/classroom/step-records';
import type { StepDone, ToldItem } from '@/protocol/done';

const item = (what: ToldItem['what'], reached: number, of = 1): ToldItem => ({ what, reached, of });
const said = (items: ToldItem[], answers?: StepDone['answers']) => ({
  done: { stepId: 'line', items, ...(answers && { answers }) },
  findings: [],
});
const NEW = newStepRecord('ada', 'line', 10);

describe('how far a student came with a step', () => {
  it('is the most that was said; it is done once all is complete, whether the check was right or not', () => {
    const begun = withReport(NEW, said([item('rows', 2, 4), item('check', 0), item('check-right', 0)]), 20);
    expect(begun).toMatchObject({ doneAt: null, lastAt: 20, items: [item('rows', 2, 4), {}, {}] });
    const done = withReport(begun, said([item('rows', 4, 4), item('check', 1), item('check-right', 0)]), 30);
    expect(done.doneAt).toBe(30);
    // Tried further, and loaded anew: what was reached stays.
    const later = withReport(done, said([item('rows', 0, 4), item('check', 0), item('check-right', 0)]), 40);
    expect(later).toMatchObject({ doneAt: 30, items: [item('rows', 4, 4), item('check', 1), {}] });
  });

  it('is done once its goals are met, whatever else the page counts', () => {
    const goals = (...met: boolean[]): StepDone['goals'] => ({
      list: met.map((is, index) => ({ id: `goal-${index}`, met: is, hints: 0 })),
      stuck: false,
      skipped: 0,
    });
    const told = (items: ToldItem[], ...met: boolean[]) => ({
      done: { stepId: 'line', items, goals: goals(...met) },
      findings: [],
    });
    const begun = withReport(NEW, told([item('rows', 4, 4), item('check', 1)], true, false), 20);
    expect(begun.doneAt).toBeNull();
    expect(begun.items[0]).toEqual({ what: 'goals', reached: 1, of: 2 });
    expect(withReport(begun, told([item('rows', 0, 4), item('check', 0)], true, true), 30).doneAt).toBe(30);
  });

  it('remembers how many hints were read, also by a page that was loaded anew', () => {
    const read = (hints: number) => ({
      done: {
        stepId: 'line',
        items: [],
        goals: { list: [{ id: 'nand', met: false, hints }], stuck: false, skipped: 0 },
      },
      findings: [],
    });
    expect(withReport(withReport(NEW, read(2), 20), read(0), 30).hints).toBe(2);
  });

  it('keeps the first answer over reloads, and the last', () => {
    const first = withReport(NEW, said([], { first: 2, last: 2 }), 20);
    expect(withReport(first, said([], { first: 0, last: 1 }), 30).answers).toEqual({ first: 2, last: 1 });
    expect(withReport(first, said([]), 30).answers).toEqual({ first: 2, last: 2 });
  });

  it('takes nothing from what is said of another step, and is the very same where nothing is new', () => {
    const other = { done: { stepId: 'weigh', items: [item('rows', 4, 4)] }, findings: [] };
    expect(withReport(NEW, other, 50)).toBe(NEW);
    const done = withReport(NEW, said([item('goal', 1)]), 20);
    expect(withReport(done, said([item('goal', 1)]), 60)).toBe(done);
    expect(withReport(done, said([item('goal', 0)]), 60)).toBe(done);
  });

  it('counts the time with the page in front, never backwards', () => {
    expect(withTime(NEW, 20, 50)).toMatchObject({ time: 30, lastAt: 50 });
    expect(withTime(NEW, 50, 20)).toBe(NEW);
  });

  it('never loses anything, whatever pages say (any order of reports)', () => {
    const report = fc.record({
      rows: fc.integer({ min: 0, max: 4 }),
      goal: fc.integer({ min: 0, max: 1 }),
      finding: fc.constantFrom('overfitting' as const, 'dead-units' as const, null),
    });
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        let record: StepRecord = NEW;
        for (const [index, { rows, goal, finding }] of reports.entries()) {
          const next = withReport(
            record,
            { ...said([item('rows', rows, 4), item('goal', goal)]), findings: finding ? [finding] : [] },
            20 + index,
          );
          expect(next.findings).toEqual(expect.arrayContaining([...record.findings]));
          if (record.doneAt !== null) expect(next.doneAt).toBe(record.doneAt);
          record = next;
        }
        const most = Math.max(0, ...reports.map(({ rows }) => rows));
        expect(record.items.find(({ what }) => what === 'rows')?.reached ?? 0).toBe(most);
      }),
    );
  });
});
