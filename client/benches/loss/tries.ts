import {
  LOSS_CHOICES,
  LOSS_PARTS,
  type LossPart,
  RATE_CHOICES,
  START_CHOICES,
} from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';

/** One training that the student has run in the challenge. */
export interface Try extends LossAnswer {
  /** Steps to the goal; null where it was not reached. */
  steps: number | null;
  /** Accuracy at the end. */
  accuracy: number;
}

export interface ChallengeWork {
  part: LossPart;
  settings: Readonly<Record<LossPart, LossAnswer>>;
  tries: readonly Try[];
}

/** Tries that are remembered. */
const MOST_TRIES = 40;

export const FIRST_WORK: ChallengeWork = {
  part: 'stuck',
  settings: {
    stuck: { part: 'stuck', loss: 'squared-error', start: 'saturated', rate: 0.3 },
    free: { part: 'free', loss: 'squared-error', start: 'tiny', rate: 0.3 },
  },
  tries: [],
};

function sameSettings(a: LossAnswer, b: LossAnswer): boolean {
  return a.part === b.part && a.loss === b.loss && a.start === b.start && a.rate === b.rate;
}

/** The tries with one more in front; the same settings give the same result and stand there once. */
export function withTry(tries: readonly Try[], one: Try): readonly Try[] {
  return [one, ...tries.filter((other) => !sameSettings(other, one))].slice(0, MOST_TRIES);
}

/** A part's tries, fewest steps first; those that missed the goal last, by accuracy. */
export function ranked(tries: readonly Try[], part: LossPart): readonly Try[] {
  return tries
    .filter((one) => one.part === part)
    .sort((a, b) => (a.steps ?? Infinity) - (b.steps ?? Infinity) || b.accuracy - a.accuracy);
}

function acceptAnswer(kept: unknown): LossAnswer | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { part, loss, start, rate } = kept as Partial<LossAnswer>;
  if (!part || !LOSS_PARTS.includes(part) || !loss || !LOSS_CHOICES.includes(loss)) return null;
  if (!start || !START_CHOICES.includes(start) || !rate || !RATE_CHOICES.includes(rate)) return null;
  return { part, loss, start, rate };
}

function acceptTry(kept: unknown): Try | null {
  const answer = acceptAnswer(kept);
  const { steps, accuracy } = (kept ?? {}) as Partial<Try>;
  if (!answer || typeof accuracy !== 'number' || (steps !== null && !Number.isInteger(steps))) return null;
  return { ...answer, steps: steps ?? null, accuracy };
}

/** Work as it was kept, what is damaged left out. */
export function acceptChallenge(kept: unknown): ChallengeWork | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { part, settings, tries } = kept as Partial<ChallengeWork>;
  const stuck = acceptAnswer(settings?.stuck);
  const free = acceptAnswer(settings?.free);
  if (!part || !LOSS_PARTS.includes(part) || stuck?.part !== 'stuck' || free?.part !== 'free') return null;
  const good = Array.isArray(tries) ? tries.map(acceptTry).filter((one) => one !== null) : [];
  return { part, settings: { stuck, free }, tries: good.slice(0, MOST_TRIES) };
}
