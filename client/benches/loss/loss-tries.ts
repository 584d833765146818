import { integer, nullOr, number, object, oneOf } from '@/base/shape';
import { runSoFarShape } from '@/client/benches/frame/run-so-far';
import { type TriesWork, type Try, triesShape } from '@/client/benches/frame/tries';
import {
  LOSS_CHOICES,
  LOSS_PARTS,
  type LossPart,
  RATE_CHOICES,
  START_CHOICES,
} from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';

/** One training that the student has run in the challenge, with the accuracy at its end. */
export type LossTry = Try<LossAnswer, { accuracy: number }>;

export const FIRST_WORK: TriesWork<LossPart, LossAnswer, LossTry> = {
  part: 'stuck',
  settings: {
    stuck: { part: 'stuck', loss: 'squared-error', start: 'saturated', rate: 0.3 },
    free: { part: 'free', loss: 'squared-error', start: 'tiny', rate: 0.3 },
  },
  tries: [],
};

/** What makes two trainings the same. */
export function lossKey({ part, loss, start, rate }: LossAnswer): string {
  return `${part} ${loss} ${start} ${rate}`;
}

/** Of those that missed the goal, the more accurate one first. */
export function byAccuracy(a: LossTry, b: LossTry): number {
  return b.accuracy - a.accuracy;
}

const answer = {
  part: oneOf(LOSS_PARTS),
  loss: oneOf(LOSS_CHOICES),
  start: oneOf(START_CHOICES),
  rate: oneOf(RATE_CHOICES),
};

export const lossWorkShape = triesShape<LossPart, LossAnswer, LossTry>(
  LOSS_PARTS,
  object(answer),
  object({ ...answer, steps: nullOr(integer()), accuracy: number() }),
);

export const lossRunShape = runSoFarShape<LossAnswer>(object(answer));
