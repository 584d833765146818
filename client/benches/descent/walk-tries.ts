import {
  DESCENT_METHODS,
  DESCENT_PARTS,
  DESCENT_RATES,
  DESCENT_STEPS,
  type DescentPart,
  MOST_RATE_CHANGES,
} from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { isRate } from './rate-scale';

/** One walk that the student has run in the challenge. */
export interface WalkTry extends DescentAnswer {
  /** Steps to the valley; null where it was not reached. */
  steps: number | null;
  diverged: boolean;
}

export interface DescentWork {
  part: DescentPart;
  settings: Readonly<Record<DescentPart, DescentAnswer>>;
  tries: readonly WalkTry[];
}

/** Tries that are remembered. */
const MOST_TRIES = 40;

export const FIRST_DESCENT: DescentWork = {
  part: 'narrow-valley',
  settings: {
    'narrow-valley': { part: 'narrow-valley', method: 'sgd', rate: 0.02, changes: [] },
    saddle: { part: 'saddle', method: 'sgd', rate: 0.02, changes: [] },
    'two-valleys': { part: 'two-valleys', method: 'sgd', rate: 0.02, changes: [] },
  },
  tries: [],
};

/** What makes two answers the same. */
export function keyOf({ part, method, rate, changes }: DescentAnswer): string {
  return JSON.stringify([part, method, rate, changes.map((change) => [change.step, change.rate])]);
}

/** The tries with one more in front; the same settings stand there once. */
export function withTry(tries: readonly WalkTry[], one: WalkTry): readonly WalkTry[] {
  return [one, ...tries.filter((other) => keyOf(other) !== keyOf(one))].slice(0, MOST_TRIES);
}

/** A part's tries, fewest steps first, those that missed last. */
export function ranked(tries: readonly WalkTry[], part: DescentPart): readonly WalkTry[] {
  return tries
    .filter((one) => one.part === part)
    .sort((a, b) => (a.steps ?? Infinity) - (b.steps ?? Infinity) || Number(a.diverged) - Number(b.diverged));
}

/** A rate for the change that is added next: after the last one, at a tenth or so of the way. */
export function nextChange({ rate, changes }: DescentAnswer): DescentAnswer['changes'][number] {
  const last = changes.at(-1);
  return { step: Math.min(DESCENT_STEPS, (last?.step ?? 1) + 10), rate: last?.rate ?? rate };
}

/** The changes with one of them moved to another step, kept in rising order. */
export function withStep(
  changes: DescentAnswer['changes'],
  index: number,
  step: number,
): DescentAnswer['changes'] {
  const least = index === 0 ? 2 : changes[index - 1]!.step + 1;
  const most = index === changes.length - 1 ? DESCENT_STEPS : changes[index + 1]!.step - 1;
  const held = Math.round(Math.min(most, Math.max(least, step)));
  return changes.map((change, i) => (i === index ? { ...change, step: held } : change));
}

function acceptAnswer(kept: unknown): DescentAnswer | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { part, method, rate, changes } = kept as Partial<DescentAnswer>;
  if (!part || !DESCENT_PARTS.includes(part) || !method || !DESCENT_METHODS.includes(method)) return null;
  if (!isRate(rate, DESCENT_RATES) || !Array.isArray(changes) || changes.length > MOST_RATE_CHANGES)
    return null;
  let before = 1;
  for (const change of changes) {
    const { step, rate: changed } = (change ?? {}) as Partial<DescentAnswer['changes'][number]>;
    if (!Number.isInteger(step) || step! <= before || step! > DESCENT_STEPS) return null;
    if (!isRate(changed, DESCENT_RATES)) return null;
    before = step!;
  }
  return { part, method, rate, changes: changes.map((change) => ({ step: change.step, rate: change.rate })) };
}

function acceptTry(kept: unknown): WalkTry | null {
  const answer = acceptAnswer(kept);
  const { steps, diverged } = (kept ?? {}) as Partial<WalkTry>;
  if (!answer || typeof diverged !== 'boolean' || (steps !== null && !Number.isInteger(steps))) return null;
  return { ...answer, steps: steps ?? null, diverged };
}

/** Work as it was kept, what is damaged left out. */
export function acceptDescent(kept: unknown): DescentWork | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { part, settings, tries } = kept as Partial<DescentWork>;
  if (!part || !DESCENT_PARTS.includes(part)) return null;
  const good = DESCENT_PARTS.map((one) => acceptAnswer(settings?.[one]));
  if (good.some((answer, i) => answer?.part !== DESCENT_PARTS[i])) return null;
  return {
    part,
    settings: { 'narrow-valley': good[0]!, saddle: good[1]!, 'two-valleys': good[2]! },
    tries: (Array.isArray(tries) ? tries.map(acceptTry).filter((one) => one !== null) : []).slice(
      0,
      MOST_TRIES,
    ),
  };
}
