import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allMet,
  goalStanding,
  NO_GOAL_WORK,
  nextGoal,
  withFacts,
  withHint,
  withLeft,
} from '@/client/lesson/goals/goal-work';
import type { Facts } from '@/lessons/facts';
import type { StepGoal } from '@/lessons/goal';

const diverged: StepGoal = { id: 'diverged', when: { diverged: true, rate: { least: 1 } } };
const rates: StepGoal = { id: 'rates', when: { ended: true }, each: 'rate', of: 3 };
const rows: StepGoal = { id: 'rows', when: { gate: ['and', 'or'] }, upTo: 'right', of: 4 };
const GOALS = [diverged, rates, rows];
const doing = (...told: Facts[]) => told.reduce((work, facts) => withFacts(work, GOALS, facts), NO_GOAL_WORK);

describe('goals', () => {
  test('one moment is enough, and every fact that is named must be there', () => {
    expect(doing({ diverged: true }).met).toEqual([]);
    expect(doing({ diverged: true, rate: 0.5 }).met).toEqual([]);
    expect(doing({ diverged: true, rate: 1 }, { diverged: false, rate: 0.1 }).met).toEqual(['diverged']);
  });

  test('different values count once each, and only while all else holds', () => {
    const two = doing(
      { ended: true, rate: 0.1 },
      { ended: true, rate: 0.1 },
      { ended: false, rate: 5 },
      { ended: true, rate: 2 },
    );
    expect(goalStanding(rates, two)).toEqual({ met: false, reached: 2, of: 3, hints: 0 });
    expect(withFacts(two, GOALS, { ended: true, rate: 0.3 }).met).toEqual(['rates']);
  });

  test('a number counts at its best', () => {
    const work = doing({ gate: 'and', right: 3 }, { gate: 'and', right: 1 }, { gate: 'nand', right: 4 });
    expect(goalStanding(rows, work).reached).toBe(3);
    const met = withFacts(work, GOALS, { gate: 'or', right: 4 });
    expect(goalStanding(rows, met)).toMatchObject({ met: true, reached: 4 });
    expect(nextGoal(GOALS, met)?.id).toBe('diverged');
    expect(allMet([rows], met)).toBe(true);
  });

  test('hints go up to the last, and leaving is remembered', () => {
    const read = [1, 2, 3, 4].reduce((work) => withHint(work, 'rows'), NO_GOAL_WORK);
    expect(goalStanding(rows, read).hints).toBe(3);
    expect(withLeft(read).left).toBe(true);
    expect(withLeft(withLeft(read))).toEqual(withLeft(read));
  });

  test('nothing is ever lost, and what says nothing new changes nothing (any facts, in any order)', () => {
    const facts = fc.record({
      diverged: fc.boolean(),
      ended: fc.boolean(),
      rate: fc.integer({ min: 0, max: 5 }),
      gate: fc.constantFrom('and', 'or', 'nand'),
      right: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(facts), (all) => {
        let work = NO_GOAL_WORK;
        for (const told of all) {
          const next = withFacts(work, GOALS, told);
          for (const goal of GOALS) {
            const [was, is] = [goalStanding(goal, work), goalStanding(goal, next)];
            expect(is.reached).toBeGreaterThanOrEqual(was.reached);
            expect(is.met).toBe(is.reached === is.of);
          }
          expect(withFacts(next, GOALS, told)).toBe(next);
          work = next;
        }
      }),
    );
  });
});
