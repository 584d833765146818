import type { DatasetId } from './datasets';
import type { AloneNetwork, RoundResult, RoundsStage } from './rounds';
import type { LabelsEach, RoundEpochs, RoundRule, Saboteurs } from './rounds-settings';

/** Of networks that were trained alone: how many, and shares of right answers. */
export interface AloneShares {
  networks: number;
  best: number;
  median: number;
  worst: number;
}

/** What everybody hears of a round that is over. */
type RoundStep = Omit<RoundResult, 'byLabel' | 'at'>;

/** What everybody may know of rounds that are on, or were the last. */
export interface RoundsNow {
  id: string;
  dataset: DatasetId;
  rule: RoundRule;
  each: LabelsEach;
  epochs: RoundEpochs;
  open: boolean;
  stage: RoundsStage;
  round: number;
  guessed: number;
  /** Students who have been dealt pictures and are in. */
  dealt: number;
  arrived: number;
  /** Null: not known yet. */
  alone: AloneShares | null;
  done: readonly RoundStep[];
  /** What the class's network now gets right of each label; null: no round is over. */
  byLabel: readonly number[] | null;
  /** How often each outcome was guessed; null: they are not over. */
  guesses: readonly number[] | null;
  /** How many sent the opposite; null: they are not over. */
  saboteurs: number | null;
}

/** As a student sees it. */
export interface OwnRounds extends RoundsNow {
  guess: number | null;
  /** By which the own pictures are found; null: nothing was dealt. */
  place: number | null;
  seed: number;
  /** Whether this device sends the opposite of what it learns. */
  saboteur: boolean;
  /** What the own network knows that was trained alone; null: there is none. */
  ownAlone: AloneNetwork | null;
}

/** As watchers do: what each network alone knows, of nobody whose. */
export interface RoundsOnWall extends RoundsNow {
  networks: readonly AloneNetwork[];
}

/** As the teacher does. */
export interface RoundsDesk extends RoundsOnWall {
  /** How many are to send the opposite. */
  planned: Saboteurs;
  /** Who did, by nickname; null: they are not over. */
  whoSabotaged: readonly string[] | null;
}

/** At a console: those that are on, or were the last. */
export interface RoundsConsole {
  now: RoundsDesk | null;
}

/** Rounds that a class has gone through, as a teacher reads of them afterwards. */
export interface HeldRounds extends RoundsOnWall {
  openedAt: number;
}
