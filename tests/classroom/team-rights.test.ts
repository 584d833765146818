import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BitSet, bitSetOf, countOnlyIn } from '@/base/bit-set';
import { raceAgain } from '@/classroom/race-again';
import type { RacedAgain } from '@/classroom/run-again';
import { teamsAgain } from '@/classroom/team-again';
import { differenceOf, isMoreThanLuck, meanByPicture, type TeamRights } from '@/classroom/team-rights';
import { differByMoreThanLuck } from '@/classroom/told-apart';
import { createRandom } from '@/engine/random';
import { covers, simulatedRace } from './simulated-race';

const CHANCE = 0.1;
const team = (rights: readonly BitSet[], missing = 0): TeamRights => ({ rights, missing, chance: CHANCE });
const size = ({ rights, missing }: TeamRights) => rights.length + missing;
const isApart = (one: TeamRights, other: TeamRights) =>
  isMoreThanLuck(differenceOf(meanByPicture(one), meanByPicture(other), [size(one), size(other)]));

function through(work: Generator<undefined, RacedAgain[]>): RacedAgain[] {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const PICTURES = 64;
const bits = fc
  .array(fc.integer({ min: 0, max: 1 }), { minLength: PICTURES, maxLength: PICTURES })
  .map((right) => bitSetOf(right));
const teams = fc.array(
  fc.record({
    rights: fc.array(bits, { minLength: 1, maxLength: 4 }),
    missing: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const means = (of: TeamRights) =>
  (of.rights.reduce((sum, right) => sum + countOnlyIn(right, new Uint8Array(right.length)), 0) / PICTURES +
    of.missing * CHANCE) /
  size(of);

describe('what teams have right', () => {
  it('is the mean of their members, picture by picture', () => {
    fc.assert(
      fc.property(teams, (all) => {
        for (const one of all.map(({ rights, missing }) => team(rights, missing)))
          expect(meanByPicture(one).reduce((sum, share) => sum + share, 0) / PICTURES).toBeCloseTo(
            means(one),
            9,
          );
      }),
    );
  });

  it('tells teams of one apart as McNemar’s test does, but for a few at its very edge', () => {
    let differ = 0;
    let all = 0;
    for (let n = 0; n <= 200; n += 1) {
      for (let k = 0; k <= n / 2; k += 1) {
        all += 1;
        const difference = { by: n - 2 * k, squares: n, step: 1 };
        if (isMoreThanLuck(difference) !== differByMoreThanLuck(k, n - k)) differ += 1;
      }
    }
    expect(differ / all).toBeLessThan(0.005);
  });

  it('takes teams that are as good as each other for different ones about once in twenty times', () => {
    const random = createRandom(11);
    let told = 0;
    const races = 400;
    for (let race = 0; race < races; race += 1) {
      const { rights } = simulatedRace([1, 1, 1, 1, 1, 1, 1], 1_000, random);
      if (isApart(team(rights.slice(0, 3)), team(rights.slice(3)))) told += 1;
    }
    expect(told / races).toBeLessThan(0.08);
  });
});

describe('a race of teams that is run again', () => {
  it('has a winner each time, and intervals with the seen place in them, whatever was right', () => {
    fc.assert(
      fc.property(teams, fc.integer(), (all, seed) => {
        const race = all.map(({ rights, missing }) => team(rights, missing));
        const again = through(teamsAgain(race, createRandom(seed), 40));
        expect(again.reduce((sum, { wins }) => sum + wins, 0)).toBe(40);
        again.forEach(({ first, last }, at) => {
          const own = means(race[at]!);
          expect(first - 1).toBeLessThanOrEqual(race.filter((other) => means(other) > own + 1e-9).length);
          expect(race.length - last).toBeLessThanOrEqual(
            race.filter((other) => means(other) < own - 1e-9).length,
          );
        });
        expect(through(teamsAgain(race, createRandom(seed), 40))).toEqual(again);
      }),
      { numRuns: 40 },
    );
  });

  it('of teams of one is the race of their members: the same races, the same winners', () => {
    const { rights } = simulatedRace([1, 0.6, 1.6, 0.8], 1_000, createRandom(5));
    const wins = (again: RacedAgain[]) => again.map((row) => row.wins);
    const asTeams = through(
      teamsAgain(
        rights.map((right) => team([right])),
        createRandom(2),
        200,
      ),
    );
    expect(wins(asTeams)).toEqual(wins(through(raceAgain(rights, createRandom(2), 200))));
  });

  it('has ranges that hold in at least nineteen of twenty races of equals', () => {
    const random = createRandom(7);
    let held = 0;
    let all = 0;
    for (let race = 0; race < 60; race += 1) {
      const { rights } = simulatedRace(
        Array.from({ length: 12 }, () => 1),
        400,
        random,
      );
      const four = [0, 3, 6, 9].map((from) => team(rights.slice(from, from + 3)));
      for (const range of through(teamsAgain(four, createRandom(race), 200))) {
        all += 1;
        if (covers(range, { first: 1, last: 4 })) held += 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.92);
  });
});
