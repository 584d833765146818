import { flag, integer, listOf, nullOr, object, oneOf, where } from '@/base/shape';
import { runSoFarShape } from '@/client/benches/frame/run-so-far';
import { type TriesWork, type Try, triesShape } from '@/client/benches/frame/tries';
import {
  DESCENT_METHODS,
  DESCENT_PARTS,
  DESCENT_RATES,
  DESCENT_STEPS,
  type DescentPart,
  MOST_RATE_CHANGES,
} from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { rateShape } from './rate-scale';

/** One walk that the student has run in the challenge. */
export type WalkTry = Try<DescentAnswer, { diverged: boolean }>;

export const FIRST_DESCENT: TriesWork<DescentPart, DescentAnswer, WalkTry> = {
  part: 'narrow-valley',
  settings: {
    'narrow-valley': { part: 'narrow-valley', method: 'sgd', rate: 0.02, changes: [] },
    saddle: { part: 'saddle', method: 'sgd', rate: 0.02, changes: [] },
    'two-valleys': { part: 'two-valleys', method: 'sgd', rate: 0.02, changes: [] },
  },
  tries: [],
};

/** What makes two walks the same. */
export function walkKey({ part, method, rate, changes }: DescentAnswer): string {
  return JSON.stringify([part, method, rate, changes.map((change) => [change.step, change.rate])]);
}

/** Of those that missed the valley, the ones that stayed in the picture first. */
export function byDivergence(a: WalkTry, b: WalkTry): number {
  return Number(a.diverged) - Number(b.diverged);
}

/** A rate for the change that is added next: after the last one, at a tenth or so of the way. */
export function nextChange({ rate, changes }: DescentAnswer): DescentAnswer['changes'][number] {
  const last = changes.at(-1);
  return { step: Math.min(DESCENT_STEPS, (last?.step ?? 1) + 10), rate: last?.rate ?? rate };
}

/** From which to which step one of the changes may be moved, between its neighbours. */
export function stepRange(changes: DescentAnswer['changes'], index: number): { least: number; most: number } {
  return {
    least: index === 0 ? 2 : changes[index - 1]!.step + 1,
    most: index === changes.length - 1 ? DESCENT_STEPS : changes[index + 1]!.step - 1,
  };
}

/** The changes with one of them moved to another step, kept in rising order. */
export function withStep(
  changes: DescentAnswer['changes'],
  index: number,
  step: number,
): DescentAnswer['changes'] {
  const { least, most } = stepRange(changes, index);
  const held = Math.round(Math.min(most, Math.max(least, step)));
  return changes.map((change, i) => (i === index ? { ...change, step: held } : change));
}

const rate = rateShape(DESCENT_RATES);
const answer = {
  part: oneOf(DESCENT_PARTS),
  method: oneOf(DESCENT_METHODS),
  rate,
  changes: where(listOf(object({ step: integer(2, DESCENT_STEPS), rate }), 0, MOST_RATE_CHANGES), (changes) =>
    changes.every(({ step }, i) => i === 0 || step > changes[i - 1]!.step),
  ),
};

export const descentWorkShape = triesShape<DescentPart, DescentAnswer, WalkTry>(
  DESCENT_PARTS,
  object(answer),
  object({ ...answer, steps: nullOr(integer()), diverged: flag }),
);

export const walkShape = runSoFarShape<DescentAnswer>(object(answer));
