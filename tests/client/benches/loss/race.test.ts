import { describe, expect, test } from 'vitest';
import { ranked, withTry } from '@/client/benches/frame/tries';
import {
  byAccuracy,
  FIRST_WORK,
  type LossTry,
  lossKey,
  lossWorkShape,
} from '@/client/benches/loss/loss-tries';
import {
  axisEnd,
  dealRace,
  measured,
  RACE_STEPS,
  racePlans,
  raceShape,
  reachedAt,
  verdict,
} from '@/client/benches/loss/race';
import { heldSince } from '@/client/benches/loss/use-challenge-run';
import { TrainingCourse } from '@/engine/dense/training-course';

describe('the race', () => {
  test('from the bad start cross-entropy is first, for many visitors', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const pair = racePlans(dealRace(seed), 'saturated', 3).map((plan) => new TrainingCourse(plan));
      const reached = pair.map((course) => reachedAt(course, RACE_STEPS));
      expect(verdict(reached, RACE_STEPS, true)).toBe(1);
    }
  });

  test('both begin at the same place, at 100% of their own loss and the same squared error', () => {
    const [a, b] = racePlans(dealRace(3), 'large', 1).map((plan) => new TrainingCourse(plan).at(0));
    expect(a!.weights).toEqual(b!.weights);
    expect(measured(a!, a!, 'own')).toBe(1);
    expect(measured(a!, a!, 'squared')).toBe(measured(b!, b!, 'squared'));
  });

  test('a winner is called only once the other cannot be close any more', () => {
    expect(verdict([null, null], 10, false)).toBeNull();
    expect(verdict([null, null], RACE_STEPS, true)).toBeNull();
    expect(verdict([null, 50], 55, false)).toBeNull();
    expect(verdict([null, 50], 62, false)).toBe(1);
    expect(verdict([58, 50], 58, false)).toBe(2);
    expect(verdict([40, 90], 90, false)).toBe(0);
    expect(verdict([null, 590], RACE_STEPS, true)).toBe(1);
  });

  test('the goal counts once it is held, and never beyond the end of a course that diverged', () => {
    const course = (accuracies: readonly number[]) => ({
      at: (step: number) => {
        const held = Math.min(step, accuracies.length - 1);
        return {
          step: held,
          loss: 1,
          squaredError: 1,
          accuracy: accuracies[held]!,
          weights: new Float64Array(),
        };
      },
    });
    const good = course([0.5, 1, 0.9, 1, 1, 1, 1, 1]);
    expect([3, 6, 7].map((taken) => heldSince(good, taken))).toEqual([null, null, 3]);
    expect(heldSince(course([0.5, 1, 1]), 7)).toBeNull();
    expect(heldSince({ at: () => null }, 7)).toBeNull();
  });

  test('the axis grows by doubling', () => {
    expect([0, 50, 51, 300, 401].map(axisEnd)).toEqual([50, 50, 100, 400, RACE_STEPS]);
  });

  test('damaged work is not taken up', () => {
    const good = { start: 'fitting', rate: '1', speed: 'slow', measure: 'own', taken: 12 };
    expect(raceShape(good)).toEqual(good);
    for (const bad of [
      null,
      { ...good, rate: '2' },
      { ...good, taken: -1 },
      { ...good, start: 'x' },
      { ...good, speed: 'toString' },
    ])
      expect(raceShape(bad)).toBeUndefined();
  });
});

describe('tries of the challenge', () => {
  const one = (steps: number | null, accuracy: number, rate: LossTry['rate']): LossTry => ({
    part: 'free',
    loss: 'binary-cross-entropy',
    start: 'fitting',
    rate,
    steps,
    accuracy,
  });

  test('stand fewest steps first, misses last, the same settings once', () => {
    let tries: readonly LossTry[] = [];
    for (const next of [
      one(null, 0.6, 0.1),
      one(40, 1, 1),
      one(20, 1, 3),
      one(null, 0.9, 0.3),
      one(20, 1, 3),
    ])
      tries = withTry(tries, next, lossKey);
    expect(ranked(tries, 'free', byAccuracy).map(({ rate }) => rate)).toEqual([3, 1, 0.3, 0.1]);
    expect(ranked(tries, 'stuck', byAccuracy)).toEqual([]);
  });

  test('damaged work is left out', () => {
    const kept = { ...FIRST_WORK, tries: [one(3, 1, 1), { part: 'free' }, 7] };
    expect(lossWorkShape(JSON.parse(JSON.stringify(kept)))!.tries).toEqual([one(3, 1, 1)]);
    expect(lossWorkShape({ ...FIRST_WORK, part: 'all' })).toBeUndefined();
    expect(lossWorkShape({ part: 'free' })).toBeUndefined();
  });
});
