import { z } from 'zod';
import type { FindingKind } from './finding';
import type { SharedPlace } from './shared-place';

/**
 * The reveal of a race, which its teacher leads: the board that everybody has seen, the hidden half row by row, what moved and why, awards, and a picture of
 * all networks without a single winner.
 */

export const REVEAL_PHASES = ['board', 'half', 'moved', 'awards', 'picture'] as const;
export type RevealPhase = (typeof REVEAL_PHASES)[number];

/** In the order in which they are given. */
export const AWARD_KINDS = ['helpful', 'failure', 'predicted', 'improved', 'examples', 'smallest'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

/** Rows of the board that a projector shows: what is beneath them is revealed all at once. */
export const REVEALED_ONE_BY_ONE = 8;
/** Parts of a share that a guess is told in: tenths of a percent. */
export const GUESS_PARTS = 1_000;

/** Where a reveal stands. */
export interface RevealStop {
  phase: RevealPhase;
  /** Rows of the hidden half that are shown, from the last one up, or awards; 0 elsewhere. */
  shown: number;
}

/** `reveal:go`: says where to, so that two who press at once go one stop. */
export const revealGoFields = {
  phase: z.enum(REVEAL_PHASES),
  shown: z.int().min(0).max(10_000),
};
export const revealWithholdFields = { award: z.enum(AWARD_KINDS), withheld: z.boolean() };
/** What one's own network will have right of the hidden half. */
export const revealGuessFields = { guess: z.int().min(0).max(GUESS_PARTS) };

/** Why an award is given: shares 0 to 1, counts. */
export type AwardEvidence =
  /** Pairs in which this one helped, and those after which it went better. */
  | { kind: 'helpful'; helped: number; better: number }
  /** What the doctor had found, the worst that was handed in, and what counted at the end. */
  | { kind: 'failure'; finding: FindingKind; from: number; to: number }
  | { kind: 'predicted'; guess: number; accuracy: number }
  /** The first and the last on the hidden half. */
  | { kind: 'improved'; from: number; to: number; handedIn: number }
  | { kind: 'examples'; examples: number; accuracy: number; bar: number }
  | { kind: 'smallest'; weights: number; accuracy: number; bar: number };

/** An award, as it is kept. */
export interface GivenAward {
  studentId: string;
  evidence: AwardEvidence;
  /** The teacher does not want it to be shown. */
  withheld: boolean;
}

/** A network of the race, as it stood when the first hidden result was shown: nothing that comes or goes later moves it. */
export interface RevealedNetwork {
  scoreId: string;
  studentId: string;
  weights: number;
  /** Training examples. */
  examples: number;
  /** Its places on the board of the class, and on the hidden half. */
  before: { rank: number; place: SharedPlace | null };
  final: { rank: number; place: SharedPlace | null };
  /** The places that the hidden pictures leave open; null: not known. */
  could: SharedPlace | null;
}

/** A race as it is revealed. */
export interface RevealedRace {
  /** In the order of the board that the class has seen. */
  networks: readonly RevealedNetwork[];
  /** Neighbours on the final board whom the hidden pictures cannot tell apart; null: not known. */
  alike: number | null;
  awards: readonly GivenAward[];
}

/** A reveal, as a class keeps it. Immutable. */
export interface Reveal {
  /** Server's clock, milliseconds since 1970. */
  begunAt: number;
  at: RevealStop;
  /** How far it has been: what has been seen stays known when the teacher goes back. */
  furthest: RevealStop;
  /** Null until the first hidden result is shown. */
  race: RevealedRace | null;
}
