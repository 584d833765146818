import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseStep, type OwnStep, ownStep, ownStepShape } from '@/client/student/own-step';
import { openSteps, type PacingFacts } from '@/protocol/pacing';

const COUNT = 6;
const together = (stepIndex: number): PacingFacts => ({ pacing: { mode: 'teacher' }, stepIndex });
const range = (first: number, last: number, stepIndex = first): PacingFacts => ({
  pacing: { mode: 'range', first, last },
  stepIndex,
});
const free = (stepIndex: number): PacingFacts => ({ pacing: { mode: 'free' }, stepIndex });
const at = (own: OwnStep | null, facts: PacingFacts) => ownStep(own, facts, COUNT).at;
const gone = (facts: PacingFacts, to: number) => chooseStep(ownStep(null, facts, COUNT), to, facts, COUNT);

describe('where a student is', () => {
  it('is where the class is, for whoever comes anew', () => {
    for (const facts of [together(3), free(3), range(2, 4, 3)]) expect(at(null, facts)).toBe(3);
  });

  it('at the teacher’s pace is the class’s step or an earlier one, and the next step brings everybody along', () => {
    const back = gone(together(3), 1);
    expect(back.at).toBe(1);
    expect(gone(together(3), 4).at).toBe(3);
    expect(gone(together(3), -1).at).toBe(3);
    expect(at(back, together(3))).toBe(1);
    expect(at(back, together(4))).toBe(4);
    expect(at(back, together(2))).toBe(2);
    const there = ownStep(back, together(4), COUNT);
    // Where the class comes back to the step, nobody is led back to what was looked at then.
    expect(at(there, together(3))).toBe(3);
  });

  it('in a range is the student’s choice, earlier steps too, and the teacher’s own step moves nobody', () => {
    const facts = range(1, 3);
    expect(gone(facts, 3).at).toBe(3);
    expect(gone(facts, 4).at).toBe(1);
    expect(gone(facts, 0).at).toBe(0);
    expect(at(gone(facts, 2), range(1, 3, 3))).toBe(2);
    // Another range: to the nearest step of it.
    expect(at(gone(facts, 3), range(1, 2))).toBe(2);
    expect(at(gone(facts, 0), range(1, 4))).toBe(1);
    expect(at(gone(facts, 2), range(1, 4))).toBe(2);
  });

  it('stays when everything opens, and is the class’s again when the teacher takes over', () => {
    const own = gone(range(1, 3), 2);
    const freed = ownStep(own, free(1), COUNT);
    expect(freed.at).toBe(2);
    expect(at(chooseStep(freed, 5, free(1), COUNT), free(4))).toBe(5);
    expect(at(freed, together(1))).toBe(1);
  });

  it('never is at a step that is still to come, whatever was kept', () => {
    const facts = fc.oneof(
      fc.integer({ min: 0, max: COUNT - 1 }).map(together),
      fc.integer({ min: 0, max: COUNT - 1 }).map(free),
      fc
        .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: COUNT - 1 }))
        .map(([a, b]) => range(a, b)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, fc.integer({ min: -3, max: 9 }))), (moves) => {
        let own: OwnStep | null = ownStepShape({ opened: 'teacher 2', at: 31 }) ?? null;
        for (const [now, to] of moves) {
          own = chooseStep(ownStep(own, now, COUNT), to, now, COUNT);
          expect(own.at).toBeGreaterThanOrEqual(0);
          expect(own.at).toBeLessThanOrEqual(openSteps(now, COUNT).last);
          expect(ownStep(own, now, COUNT)).toBe(own);
        }
      }),
    );
  });
});
