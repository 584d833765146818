import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitSetOf } from '@/base/bit-set';
import { climbs } from '@/classroom/ladder';
import { createRandom, type Random } from '@/engine/random';
import { LIMITS } from '@/protocol/limits';
import { boostingAttack, hillClimbing, type Luck } from './board-attacks';

/** Two on 2,000 pictures: the next has so many more right and so many fewer. */
function pair(gained: number, lost: number) {
  const best = Array.from({ length: 2_000 }, (_, i) => (i < gained ? 0 : 1));
  const next = Array.from({ length: 2_000 }, (_, i) => (i < gained ? 1 : i < gained + lost ? 0 : 1));
  return climbs(bitSetOf(best), bitSetOf(next));
}

describe('a rung of the ladder', () => {
  it.each([
    [0, 0, false],
    [0, 9, false],
    [5, 0, false],
    [6, 0, true],
    [24, 10, true],
    [20, 10, false],
    [10, 24, false],
    [500, 430, true],
    [500, 450, false],
  ])('%i more right and %i fewer: %s', (gained, lost, climbed) => {
    expect(pair(gained, lost)).toBe(climbed);
  });

  it('is never climbed by what is no better, and not both ways', () => {
    const set = fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: 200, maxLength: 200 })
      .map((right) => ({ bits: bitSetOf(right), size: right.filter((one) => one === 1).length }));
    fc.assert(
      fc.property(set, set, (a, b) => {
        if (climbs(a.bits, b.bits)) {
          expect(b.size).toBeGreaterThan(a.size);
          expect(climbs(b.bits, a.bits)).toBe(false);
        }
      }),
    );
  });
});

describe('probing for what is right', () => {
  /** The mean over several: each begins with luck of its own, which no board can know. */
  const mean = (attack: (random: Random) => Luck, times = 6) => {
    const all = Array.from({ length: times }, (_, seed) => attack(createRandom(seed + 1)));
    const of = (kind: keyof Luck) => all.reduce((sum, luck) => sum + luck[kind], 0) / times;
    return { naive: of('naive'), ladder: of('ladder') };
  };

  it('by votes of guesses climbs a board that tells everything, and not ours', () => {
    const { naive, ladder } = mean((random) => boostingAttack(2_000, 300, random), 3);
    expect(naive).toBeGreaterThan(0.1);
    expect(ladder).toBeLessThan(0.04);
  });

  it('by small steps climbs a board that tells everything, and hardly ours, within the tries of a class', () => {
    const climb = { pictures: 2_000, tries: LIMITS.submissionsPerStudent, truth: 0.92, changed: 0.02 };
    const { naive, ladder } = mean((random) => hillClimbing(climb, random));
    expect(naive).toBeGreaterThan(0.01);
    expect(ladder).toBeLessThan(naive / 3);
  });
});
