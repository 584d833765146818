import type { DatasetId } from './datasets';
import { EXPERIMENT_BOUNDS } from './experiment-choices';
import { LIMITS } from './limits';

/** What a race is about: the highest accuracy, or the fewest weights or training pictures with which a network gets over the bar. */
export const RACE_METRICS = ['accuracy', 'weights', 'examples'] as const;

/** What a race may limit: weights of the network, optimiser steps, training pictures. Never seconds: devices differ. */
export const RACE_LIMITS = ['weights', 'updates', 'examples'] as const;
export type RaceLimit = (typeof RACE_LIMITS)[number];

/** Shares between which a bar may lie. */
export const RACE_BAR = { least: 0.1, most: 0.999 } as const;
/** The most that a limit can say. */
export const RACE_LIMIT_MOST: Readonly<Record<RaceLimit, number>> = {
  weights: LIMITS.weightsPerNetwork,
  updates: LIMITS.stepsPerRun,
  examples: EXPERIMENT_BOUNDS.examples[1],
};

/** Rules of a race, as its teacher sets them up. */
export interface RaceRules {
  metric: (typeof RACE_METRICS)[number];
  /** The share of hidden pictures that a network must have right to count; where accuracy itself ranks it says nothing. */
  bar: number;
  /** The most that a network may have, and have had; null: as much as the lesson lets it. */
  limits: Record<RaceLimit, number | null>;
  /** Whether chance, a linear network and the last sitting's best stand below the board. */
  baselines: boolean;
  /** Teams rank, by the mean of their members (protocol/team-race); left out: students do. */
  teams?: true | undefined;
}

/** The race of a class whose teacher sets up none. */
export const USUAL_RACE: RaceRules = {
  metric: 'accuracy',
  bar: 0.9,
  limits: { weights: null, updates: null, examples: null },
  baselines: false,
};

/** The first of an earlier sitting's race: what it had, and whose it was nobody knows any more. */
export interface LastBest {
  dataset: DatasetId;
  /** On the half that decides at the end, 0 to 1. */
  accuracy: number;
  weights: number;
  examples: number;
}

/** How a board says what a race with a bar is about. */
export type RaceShown = { amount: number; of: null } & ({ kind: 'weights' } | { kind: 'examples' });

/** With what a class's networks are compared. None of them ranks. */
export type BaselineId = 'chance' | 'linear' | 'last';

/** A line below a board. */
export interface Baseline {
  id: BaselineId;
  /** On the half of the hidden pictures that counts now, 0 to 1. */
  accuracy: number;
  /** What it has of what the race is about; null where accuracy ranks, and where it is not over the bar. */
  figure: number | null;
}

/** Whether two set-ups are the same race. */
export function isSameRace(a: RaceRules, b: RaceRules): boolean {
  return (
    a.metric === b.metric &&
    (a.metric === 'accuracy' || a.bar === b.bar) &&
    a.baselines === b.baselines &&
    a.teams === b.teams &&
    RACE_LIMITS.every((name) => a.limits[name] === b.limits[name])
  );
}

/** Whether rules say something: of a team whose members are not all over a bar nobody can say how small its networks are. */
export function isRankable({ metric, teams }: Pick<RaceRules, 'metric' | 'teams'>): boolean {
  return !teams || metric === 'accuracy';
}

/** Whether it matters what a training has had, and not only what it came to. */
export function countsTraining({ metric, limits }: RaceRules): boolean {
  return metric === 'examples' || limits.updates !== null || limits.examples !== null;
}
