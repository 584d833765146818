import { type BitSet, bitSetOf } from '@/base/bit-set';
import type { SharedPlace } from '@/protocol/shared-place';

interface Uniform {
  uniform(): number;
}

/** Networks of which it is known how good they are, and what each has right of pictures that are drawn anew. */
export interface SimulatedRace {
  /** All places that each may have: its own where nobody is as good, several where others are. */
  truth: SharedPlace[];
  rights: BitSet[];
}

/**
 * Pictures are easy or hard for all alike, as they are for real networks: that is why two disagree on few. What a network lacks it lacks on each
 * picture by the same factor, so that better ones are better on every picture's chance.
 * @param skill by network: the factor on the share that it has wrong, 1: about 8 %
 */
export function simulatedRace(skill: readonly number[], pictures: number, random: Uniform): SimulatedRace {
  const hardness = Float64Array.from({ length: pictures }, () =>
    random.uniform() < 0.8 ? 0.01 : random.uniform() * 0.72,
  );
  const rights = skill.map((factor) =>
    bitSetOf(Array.from(hardness, (wrong) => (random.uniform() < wrong * factor ? 0 : 1))),
  );
  const truth = skill.map((own) => ({
    first: 1 + skill.filter((other) => other < own).length,
    last: skill.filter((other) => other <= own).length,
  }));
  return { truth, rights };
}

/** Whether an interval has all places that may be the true one. */
export function covers(interval: SharedPlace, truth: SharedPlace): boolean {
  return interval.first <= truth.first && interval.last >= truth.last;
}
