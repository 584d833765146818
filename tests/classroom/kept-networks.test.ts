import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networksToDrop } from '@/classroom/kept-networks';
import { rank } from '@/classroom/scoring';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { USUAL_RACE } from '@/protocol/race';
import { aClass, aScore, idOf, withStudents } from './made-states';

const live = withStudents(aClass(), 'Ada', 'Ben');
const ADA = idOf(1);
/** Submissions of Ada, each of a run of its own. */
const handedIn = (...shares: readonly number[]): VerifiedScore[] =>
  shares.map((share, index) => aScore(1, share, { runId: idOf(1_000 + index), submittedAt: index }));
const dropped = (state: Pick<ClassState, 'race' | 'scores'>, budget: number, size = 10) =>
  networksToDrop(state, ADA, () => size, budget).map((id) =>
    state.scores.findIndex(({ runId }) => runId === id),
  );

describe('which networks of a student are kept', () => {
  it('all, as long as they fit', () => {
    expect(dropped({ race: USUAL_RACE, scores: handedIn(0.5, 0.9, 0.2) }, 30)).toEqual([]);
    expect(dropped({ race: USUAL_RACE, scores: [] }, 0)).toEqual([]);
  });

  it('else the one that counts, the last, and the newest that fit', () => {
    const scores = handedIn(0.1, 0.9, 0.2, 0.3, 0.4, 0.5);
    expect(dropped({ race: USUAL_RACE, scores }, 40)).toEqual([0, 2]);
    expect(dropped({ race: USUAL_RACE, scores }, 0)).toEqual([0, 2, 3, 4]);
  });

  it('in a race for the fewest examples also that one, as it would stand after the end', () => {
    const race = { ...USUAL_RACE, metric: 'examples' as const, bar: 0.6 };
    const scores = handedIn(0.7, 0.62, 0.95, 0.8, 0.1).map((score, index) => ({
      ...score,
      experiment: { ...score.experiment, examples: [50, 700, 900, 100, 1][index]! },
      privateAccuracy: index === 0 ? 0.5 : score.publicAccuracy,
    }));
    // 0: the fewest by the public half; 3: by both; 2: the best; 4: the last.
    expect(dropped({ race, scores }, 0)).toEqual([1]);
  });

  it('of one run handed in again it is one network', () => {
    const scores = handedIn(0.1, 0.2).map((score) => ({ ...score, runId: idOf(7) }));
    expect(dropped({ race: USUAL_RACE, scores }, 0)).toEqual([]);
  });

  it('others’ are not this student’s', () => {
    const scores = [...handedIn(0.1, 0.2, 0.3), aScore(2, 0.9, { runId: idOf(2_000) })];
    expect(dropped({ race: USUAL_RACE, scores }, 0)).toEqual([0, 1]);
  });

  it('whatever is handed in: what ranks stays, and beyond five there is never more than the budget', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 400 }),
        (shares, budget) => {
          const state = { ...live, race: USUAL_RACE, scores: handedIn(...shares) };
          const gone = new Set(networksToDrop(state, ADA, () => 10, budget));
          for (const { best } of rank(state)) expect(gone.has(best.runId)).toBe(false);
          for (const { best } of rank({ ...state, phase: 'ended' })) expect(gone.has(best.runId)).toBe(false);
          expect(gone.has(state.scores.at(-1)!.runId)).toBe(false);
          const left = shares.length - gone.size;
          expect(left <= 5 || left * 10 <= budget).toBe(true);
          // Nothing goes that would have fitted.
          expect(gone.size === 0 || (left + 1) * 10 > budget).toBe(true);
        },
      ),
    );
  });
});
