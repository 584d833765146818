import { describe, expect, it } from 'vitest';
import { doneLines } from '@/client/everybody/done-lines';
import { conditionSchema } from '@/protocol/condition';
import {
  answerCounts,
  DONE_KINDS,
  doneCounts,
  goalAt,
  hintsRead,
  type StepDone,
  stepDoneSchema,
  stuckCounts,
} from '@/protocol/done';

const rows = (reached: number, stepId = 'weigh'): StepDone => ({
  stepId,
  items: [{ what: 'rows', reached, of: 4 }],
});

describe('how far a class is with a step', () => {
  it('counts who has all of it, and who a part, at that step alone', () => {
    const all = [rows(4), rows(4), rows(3), rows(0), rows(4, 'line'), undefined];
    expect(doneCounts(all, 'weigh')).toEqual([{ what: 'rows', complete: 2, begun: 1 }]);
    expect(doneCounts(all, 'other')).toEqual([]);
    const both: StepDone = {
      stepId: 'weigh',
      items: [
        { what: 'check', reached: 1, of: 1 },
        { what: 'rows', reached: 4, of: 4 },
      ],
    };
    expect(doneCounts([both], 'weigh').map(({ what }) => what)).toEqual(['rows', 'check']);
  });

  it('counts goals first, by who has met them all', () => {
    const goals = (...met: boolean[]): StepDone => ({
      ...rows(4),
      goals: {
        list: met.map((is, index) => ({ id: `g${index}`, met: is, hints: 0 })),
        stuck: false,
        skipped: 0,
      },
    });
    const all = [goals(true, true), goals(false, true), goals(false, false), rows(1)];
    expect(doneCounts(all, 'weigh')).toEqual([
      { what: 'goals', complete: 1, begun: 1 },
      { what: 'rows', complete: 3, begun: 1 },
    ]);
    expect(goalAt(goals(true, false))?.id).toBe('g1');
    expect([goalAt(goals(true)), goalAt(rows(4)), goalAt(null)]).toEqual([null, null, null]);
  });

  it('says at which goals students are stuck, where most are first', () => {
    const at = (goal: string, stuck = true, stepId = 'weigh'): StepDone => ({
      stepId,
      items: [],
      goals: {
        list: ['inputs', 'theta'].map((id) => ({ id, met: id < goal, hints: 1 })),
        ...{ stuck, skipped: 0 },
      },
    });
    const all = [at('theta'), at('inputs'), at('theta'), at('theta', false), at('theta', true, 'line')];
    expect(stuckCounts(all, 'weigh')).toEqual([
      { goalId: 'theta', count: 2 },
      { goalId: 'inputs', count: 1 },
    ]);
    expect(hintsRead(at('theta'))).toBe(2);
  });

  it('leaves behind what only the bench measures, where goals are told', () => {
    const counts = [
      { what: 'goals' as const, complete: 1, begun: 2 },
      { what: 'rows' as const, complete: 3, begun: 0 },
      { what: 'check' as const, complete: 2, begun: 0 },
    ];
    const known = { bench: undefined, progress: null, onBoard: 0, devices: null };
    expect(doneLines(counts, known).map(({ id }) => id)).toEqual(['goals', 'check']);
    expect(doneLines(counts.slice(1), known).map(({ id }) => id)).toEqual(['rows', 'check']);
  });

  it('is bounded on the wire', () => {
    const parse = (done: unknown) => conditionSchema.safeParse({ findings: [], hidden: false, done }).success;
    expect(parse(rows(4))).toBe(true);
    expect(parse(undefined)).toBe(true);
    for (const items of [
      [{ what: 'rows', reached: 5, of: 4 }],
      [{ what: 'rows', reached: 0, of: 0 }],
      [{ what: 'rows', reached: 1_000, of: 1_000 }],
      [{ what: 'rows', reached: 1.5, of: 4 }],
      [{ what: 'names', reached: 1, of: 1 }],
      [{ what: 'goals', reached: 1, of: 1 }],
      [
        { what: 'rows', reached: 1, of: 4 },
        { what: 'rows', reached: 2, of: 4 },
      ],
      [{ what: 'rows', reached: 1, of: 4, name: 'Ada' }],
    ])
      expect(parse({ stepId: 'weigh', items }), JSON.stringify(items)).toBe(false);
    const goal = { id: 'theta', met: false, hints: 3 };
    expect(parse({ ...rows(4), goals: { list: [goal], stuck: true, skipped: 2 } })).toBe(true);
    for (const goals of [
      { list: [goal], skipped: 0 },
      { list: [goal], stuck: false },
      { list: [goal], stuck: false, skipped: 33 },
      { list: [], stuck: false, skipped: 0 },
      { list: [goal, goal], stuck: false, skipped: 0 },
      { list: [{ ...goal, hints: 4 }], stuck: false, skipped: 0 },
      { list: [{ ...goal, text: 'x' }], stuck: false, skipped: 0 },
      {
        list: Array.from({ length: 7 }, (_, index) => ({ ...goal, id: `g${index}` })),
        stuck: false,
        skipped: 0,
      },
      { list: [goal], stuck: false, skipped: 0, since: 1 },
    ])
      expect(parse({ ...rows(4), goals }), JSON.stringify(goals)).toBe(false);
    expect(stepDoneSchema.safeParse({ stepId: 'x'.repeat(101), items: [] }).success).toBe(false);
    expect(new Set(DONE_KINDS).size).toBe(DONE_KINDS.length);
  });

  it('is joined by what the server knows itself', () => {
    const known = { progress: null, onBoard: 0, devices: null };
    const counts = doneCounts([rows(4)], 'weigh');
    expect(doneLines(counts, { ...known, bench: undefined }).map(({ id }) => id)).toEqual(['rows']);
    expect(doneLines(counts, { ...known, bench: 'perceptron-build' }).map(({ id }) => id)).toEqual(['rows']);
    const progress = { answered: 5, finished: 2, meanTotal: 0.5, spread: [] };
    expect(doneLines([], { ...known, bench: 'perceptron-challenge', progress })).toEqual([
      { id: 'answered', complete: 5, begun: 0 },
      { id: 'finished', complete: 2, begun: 0 },
    ]);
    // Elsewhere in the lesson its challenge is not the step's business.
    expect(doneLines([], { ...known, bench: 'perceptron-build', progress })).toEqual([]);
    expect(doneLines([], { ...known, bench: 'digits-challenge', onBoard: 3 })).toEqual([
      { id: 'submitted', complete: 3, begun: 0 },
    ]);
  });
});
const said = (stepId: string, first: number, last: number): StepDone => ({
  stepId,
  items: [],
  answers: { first, last },
});

it('counts first and last answers of one step, and nothing that is no choice of it', () => {
  const all = [said('weigh', 0, 2), said('weigh', 2, 2), said('line', 1, 1), undefined, said('weigh', 7, 1)];
  expect(answerCounts(all, 'weigh', 3)).toEqual({ first: [1, 0, 1], last: [0, 1, 2] });
  expect(answerCounts([{ stepId: 'weigh', items: [] }], 'weigh', 2)).toEqual({ first: [0, 0], last: [0, 0] });
});
