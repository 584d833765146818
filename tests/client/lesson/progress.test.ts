import { describe, expect, test } from 'vitest';
import { type GoalWork, NO_GOAL_WORK } from '@/client/lesson/goals/goal-work';
import { earlierShape, lessonProgress } from '@/client/lesson/progress';

const steps = [
  { id: 'a', goals: [{ id: 'one' }, { id: 'two' }] },
  { id: 'b', goals: [{ id: 'one' }] },
  { id: 'c', goals: [{ id: 'one' }] },
];
const met = (...ids: string[]): GoalWork => ({ ...NO_GOAL_WORK, met: ids });
const progress = (
  work: Record<string, GoalWork>,
  { left = [], earlier = [] }: { left?: string[]; earlier?: string[] } = {},
) =>
  lessonProgress(
    steps,
    (id) => work[id] ?? NO_GOAL_WORK,
    (id) => left.includes(id),
    earlier,
  );

describe('how far somebody is with a lesson', () => {
  test('is by goals that are met, and pressing Next alone leads nowhere', () => {
    expect(progress({})).toEqual({ done: [], skipped: [], met: 0, goals: 4, next: 0 });
    expect(progress({}, { left: ['a', 'b', 'c'] })).toMatchObject({ done: [], met: 0, next: 0 });
    expect(progress({ a: met('one', 'gone') }, { left: ['a'] })).toEqual({
      ...{ done: [], skipped: ['a'], met: 1, goals: 4 },
      next: 1,
    });
    expect(progress({ a: met('two', 'one'), b: met('one'), c: met('one') })).toEqual({
      ...{ done: ['a', 'b', 'c'], skipped: [], met: 4, goals: 4 },
      next: 0,
    });
  });

  test('goes on at the first open step, then at what was skipped', () => {
    expect(progress({ b: met('one') }, { left: ['a', 'b'] }).next).toBe(2);
    expect(progress({ a: met('one', 'two'), c: met('one') }, { left: ['a', 'b', 'c'] }).next).toBe(1);
  });

  test('loses no step that was ticked before there were goals', () => {
    expect(progress({ b: NO_GOAL_WORK }, { earlier: ['a', 'gone'] })).toEqual({
      ...{ done: ['a'], skipped: [], met: 2, goals: 4 },
      next: 1,
    });
  });
});

test('what a browser kept before is read, however it looks', () => {
  expect(earlierShape(['a', 'a', 7, null, 'b'])).toEqual(['a', 'b']);
  expect(earlierShape({ a: true })).toBeUndefined();
  expect(earlierShape('a')).toBeUndefined();
  expect(earlierShape(Array.from({ length: 5_000 }, (_, index) => `s${index}`))).toHaveLength(100);
});
