import type { Experiment } from '@/protocol/experiment';
import { countsTraining, RACE_LIMITS, type RaceLimit, type RaceRules } from '@/protocol/race';
import { type RaceSpent, spentOf } from '@/protocol/race-spent';
import type { RefusalCode } from '@/protocol/refusals';
import type { SharedPlace } from '@/protocol/shared-place';

/** What the rules of a race ask of a network that was handed in. */
export interface Entry {
  publicAccuracy: number;
  privateAccuracy: number;
  experiment: Experiment;
  /** Optimiser steps; left out: nobody has said. */
  updates?: number;
}

const OVER_LIMIT: Readonly<Record<RaceLimit, RefusalCode>> = {
  weights: 'race-weights',
  updates: 'race-updates',
  examples: 'race-examples',
};

/** The limits that a network does not keep, in their order; of what nobody knows nobody can say that it is within. */
export function limitsPassed({ limits }: Pick<RaceRules, 'limits'>, spent: RaceSpent): RaceLimit[] {
  return RACE_LIMITS.filter((name) => {
    const most = limits[name];
    return most !== null && (spent[name] ?? Number.POSITIVE_INFINITY) > most;
  });
}

/**
 * Why a network may not be handed in; null: it may.
 * @param fromSeed it began with the weights of its seed: of another start nobody knows here what that has had
 */
export function refuseByRules(rules: RaceRules, spent: RaceSpent, fromSeed = true): RefusalCode | null {
  if (!fromSeed && countsTraining(rules)) return 'race-other-start';
  const [passed] = limitsPassed(rules, spent);
  return passed === undefined ? null : OVER_LIMIT[passed];
}

/**
 * Whether a network is over the bar: by the public half, and once the class has ended by both halves. Who has several that are near the bar would
 * else need luck only once.
 */
export function isOverBar(
  { bar }: Pick<RaceRules, 'bar'>,
  entry: Pick<Entry, 'publicAccuracy' | 'privateAccuracy'>,
  ended: boolean,
): boolean {
  return entry.publicAccuracy >= bar && (!ended || entry.privateAccuracy >= bar);
}

/** What a race that is not about accuracy is about: fewer is better; null where accuracy ranks. */
export function figureOf(
  { metric }: Pick<RaceRules, 'metric'>,
  entry: Pick<Entry, 'experiment'>,
): number | null {
  return metric === 'accuracy' ? null : spentOf(entry)[metric];
}

/**
 * Which of a student's networks counts in a race with a bar: the one with the fewest, the first of equals.
 * @param own in order of arrival
 * @returns null: none is over the bar
 */
export function leastOver<One extends Entry>(
  rules: RaceRules,
  own: readonly One[],
  ended: boolean,
): One | null {
  const figure = (entry: Entry) => figureOf(rules, entry) ?? 0;
  return own
    .filter((entry) => isOverBar(rules, entry, ended))
    .reduce<One | null>((least, one) => (least === null || figure(one) < figure(least) ? one : least), null);
}

/** Places by figures that are exact: equal ones share theirs. @param figures best first */
export function equalPlaces(figures: readonly number[]): SharedPlace[] {
  return figures.map((figure) => ({
    first: figures.indexOf(figure) + 1,
    last: figures.lastIndexOf(figure) + 1,
  }));
}
