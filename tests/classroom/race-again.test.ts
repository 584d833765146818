import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BitSet, bitSetOf, countOnlyIn } from '@/base/bit-set';
import { raceAgain } from '@/classroom/race-again';
import type { RacedAgain } from '@/classroom/run-again';
import { canBeToldApart } from '@/classroom/told-apart';
import { createRandom } from '@/engine/random';
import { covers, simulatedRace } from './simulated-race';

function run(rights: readonly BitSet[], seed = 1, races = 200): RacedAgain[] {
  const work = raceAgain(rights, createRandom(seed), races);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const PICTURES = 64;
const networks = fc.array(
  fc
    .array(fc.integer({ min: 0, max: 1 }), { minLength: PICTURES, maxLength: PICTURES })
    .map((right) => bitSetOf(right)),
  { minLength: 1, maxLength: 7 },
);
const sizeOf = (set: BitSet) => countOnlyIn(set, new Uint8Array(set.length));

describe('a race that is run again', () => {
  it('has a winner each time, and intervals with the seen place in them, whatever was right', () => {
    fc.assert(
      fc.property(networks, fc.integer(), (rights, seed) => {
        const again = run(rights, seed, 40);
        expect(again.reduce((sum, { wins }) => sum + wins, 0)).toBe(40);
        again.forEach(({ first, last }, i) => {
          const better = rights.filter((other) => sizeOf(other) > sizeOf(rights[i]!)).length;
          const worse = rights.filter((other) => sizeOf(other) < sizeOf(rights[i]!)).length;
          expect(first).toBeGreaterThanOrEqual(1);
          expect(first).toBeLessThanOrEqual(better + 1);
          expect(last).toBeGreaterThanOrEqual(rights.length - worse);
          expect(last).toBeLessThanOrEqual(rights.length);
          // Nobody is above or below who cannot be told apart.
          const apart = rights.filter((other) => canBeToldApart(other, rights[i]!)).length;
          expect(first - 1 + rights.length - last).toBeLessThanOrEqual(apart);
        });
        expect(run(rights, seed, 40)).toEqual(again);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on who is named first, but for lots', () => {
    const { rights } = simulatedRace([1, 0.5, 1.6, 0.8], 400, createRandom(3));
    const bounds = (again: RacedAgain[]) => again.map(({ first, last }) => [first, last]);
    expect(bounds(run([...rights].reverse())).reverse()).toEqual(bounds(run(rights)));
  });

  it('says nothing of equal networks, and all of very different ones', () => {
    const one = bitSetOf(Array.from({ length: 400 }, (_, picture) => (picture % 5 === 0 ? 0 : 1)));
    const equal = run([one, one, one]);
    expect(equal.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
    ]);
    // By lot: each about a third of 200.
    for (const { wins } of equal) expect(Math.abs(wins - 67)).toBeLessThan(30);
    const apart = [390, 300, 200].map((right) =>
      bitSetOf(Array.from({ length: 400 }, (_, picture) => (picture < right ? 1 : 0))),
    );
    expect(run(apart)).toEqual([
      { first: 1, last: 1, wins: 200 },
      { first: 2, last: 2, wins: 0 },
      { first: 3, last: 3, wins: 0 },
    ]);
    // All against nothing: no doubt is left, and nothing is divided by it.
    expect(run([bitSetOf(Array(80).fill(1)), new Uint8Array(10)]).map(({ last }) => last)).toEqual([1, 2]);
  });

  it.each([
    ['equal', Array<number>(12).fill(1)],
    ['in three groups', Array.from({ length: 12 }, (_, i) => [0.6, 1, 1.4][i % 3]!)],
    ['hardly different', Array.from({ length: 12 }, (_, i) => 0.95 + i / 110)],
  ])('has the true place within at least 95 % of its intervals, where networks are %s', (_, skill) => {
    let [held, all, single] = [0, 0, 0];
    for (let race = 1; race <= 60; race += 1) {
      const { truth, rights } = simulatedRace(skill, 1_000, createRandom(race, 1));
      const again = run(rights, race);
      held += again.filter((interval, i) => covers(interval, truth[i]!)).length;
      all += again.length;
      if (again.some(({ last }) => last === 1)) single += 1;
    }
    expect(held / all).toBeGreaterThanOrEqual(0.95);
    // Nobody is the one winner here.
    expect(single / 60).toBeLessThanOrEqual(0.05);
  });
});
