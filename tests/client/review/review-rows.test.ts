import { describe, expect, it } from 'vitest';
import { classReview, reviewResults } from '@/client/review/review-rows';
import { EXPERIMENT } from '@/people/sample-run';
import type { RunSummary } from '@/protocol/run';
import { packRunTable, readRunTable, runResult } from '@/protocol/run-table';
import type { RosterEntry, TeacherView } from '@/protocol/views';

const entry = (id: string, membership: RosterEntry['membership']): RosterEntry => ({
  id,
  nickname: id,
  mark: { colour: 0, glyph: 0 },
  membership,
  joinedAt: 0,
  submissions: 0,
  team: null,
  barsDevice: false,
});
const view = {
  viewer: 'teacher',
  version: 1,
  class: { id: 'c', code: 'ABCDEF', lessonId: 'x', phase: 'ended', startedAt: 20, createdAt: 10 },
  roster: [entry('in', 'in'), entry('never', 'waiting'), entry('banned', 'banned')],
  board: { rows: [], total: 0, revealed: true, kind: 'accuracy' },
  progress: null,
  predictions: [],
  settings: { anonymised: true },
  bookmarks: [{ id: 'b', at: 15, stepId: null, note: 'XOR' }],
} as unknown as TeacherView;
const run = (id: string, studentId: string) =>
  ({
    id,
    studentId,
    experiment: EXPERIMENT,
    verifiedAccuracy: null,
    report: null,
    last: null,
    createdAt: 1,
    updatedAt: 2,
  }) as RunSummary;

describe('the review of a class', () => {
  const runs = [run('1', 'in'), run('2', 'in'), run('3', 'banned')];
  const review = classReview(view, packRunTable(runs.map(runResult)), null, {
    ...{
      helps: [],
      snapshots: [],
      ensembles: [],
      knobs: [],
      merges: [],
      fools: [],
      audits: [],
      rounds: [],
      leaks: [],
      relays: [],
      reveal: null,
    },
    asked: { votes: false, quiz: false },
  });

  it('counts each student’s runs and leaves out who never came in', () => {
    expect(review.students.map(({ id, runCount }) => [id, runCount])).toEqual([
      ['in', 2],
      ['banned', 1],
    ]);
  });
  it('tells when it began, and sends no matrix', () => {
    expect(review.at).toBe(20);
    expect(review.runCount).toBe(3);
    const [first] = readRunTable(review.runs);
    expect(first).toMatchObject({ id: '1', steps: 0, accuracy: { value: null } });
    expect(first).not.toHaveProperty('report');
  });
  it('has the moments that were marked, and says whether names were hidden', () => {
    expect(review).toMatchObject({ anonymised: true, bookmarks: [{ note: 'XOR' }] });
  });
});

describe('the results of a challenge', () => {
  const result = (studentId: string, part: string, value: number, tries = 1) => ({
    studentId,
    part,
    value,
    tries,
    reached: value === 1,
    shown: { kind: 'steps' as const, amount: 10 / value, of: null },
  });

  it('stand in one row a student, the best first, parts nobody answered among them', () => {
    const { parts, rows } = reviewResults(
      ['saddle', 'valley'],
      [result('a', 'valley', 0.5), result('b', 'valley', 1, 2), result('a', 'saddle', 0.25, 3)],
    );
    expect(parts).toEqual(['saddle', 'valley']);
    expect(rows.map(({ studentId, tries, total }) => [studentId, tries, total])).toEqual([
      ['b', 2, 0.5],
      ['a', 4, 0.375],
    ]);
    expect(rows[0]!.best).toEqual({ valley: { shown: result('b', 'valley', 1).shown, reached: true } });
    expect(reviewResults(['all'], [])).toEqual({ parts: ['all'], rows: [] });
  });
});
