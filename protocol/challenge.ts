import { z } from 'zod';
import type { LabelScore } from './pool';

/** Challenges whose answers the server checks by rules (digits are checked by evaluating weights: see submission.ts). */
export const CHALLENGES = ['gates', 'circuits', 'spiral', 'loss', 'descent', 'gradients', 'pool'] as const;
export type ChallengeId = (typeof CHALLENGES)[number];

/** How a result is said to people: a share of all (0 to 1), so many of so many, or a number of steps (fewer is better). */
export interface Shown {
  kind: 'share' | 'count' | 'steps';
  amount: number;
  /** `count`: how many there are. */
  of: number | null;
}

/** What checking one answer gave. */
export interface ChallengeResult {
  /** Which of the challenge's parts was answered, such as a gate. */
  part: string;
  /** 0 to 1, higher is better; what the board ranks by is the mean over all parts, each with its best. */
  value: number;
  shown: Shown;
  /** The part's goal is reached. */
  reached: boolean;
}

/** What a student hears of an answer. */
export interface ChallengeScored extends ChallengeResult {
  /** The mean over all parts so far, 0 to 1. */
  total: number;
  /** Parts whose goal is reached. */
  reachedParts: readonly string[];
  /** Where pictures were judged: how each label fared in this answer. */
  perLabel?: readonly LabelScore[];
}

/** How far a class has got with its challenge: nobody can be told from it. */
export interface ChallengeProgress {
  /** Students that have handed an answer in. */
  answered: number;
  /** Students that have reached every part. */
  finished: number;
  /** Mean of the totals, 0 to 1; null before the first answer. */
  meanTotal: number | null;
  /** Students by total: ten bins of 0.1. */
  spread: number[];
}

/**
 * `challenge:submit`: an answer for the challenge of the class's lesson. What an answer looks like is the challenge's own
 * business: the server reads it with the strict schema of protocol/challenges/ before anything is done with it.
 */
export const challengeSubmitSchema = z.strictObject({ answer: z.unknown() });
export type ChallengeSubmit = z.infer<typeof challengeSubmitSchema>;
