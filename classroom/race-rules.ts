import type { Experiment } from '@/protocol/experiment';
import type { RaceRules } from '@/protocol/race';
import { spentOf } from '@/protocol/race-spent';
import type { SharedPlace } from '@/protocol/shared-place';

/** What the rules of a race ask of a network that was handed in. */
export interface Entry {
  publicAccuracy: number;
  privateAccuracy: number;
  experiment: Experiment;
  /** Optimiser steps; left out: nobody has said. */
  updates?: number;
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
