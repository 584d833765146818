'use client';

import { useEffect, useMemo, useState } from 'react';
import type { WrittenStep } from '@/lessons/written';
import type { CheckAnswers, GoalsDone, StepDone, ToldItem } from '@/protocol/done';
import type { StepPrediction } from './predictions/predictions';

/** What stays reached, whatever is tried afterwards. */
const LASTS: readonly ToldItem['what'][] = ['goal', 'run', 'mistakes'];

/** What is known of a bench after it has told of `next`: a goal that was reached once is not lost by going on. */
export function lasting(before: ToldItem | null, next: ToldItem | null): ToldItem | null {
  const stays =
    before !== null &&
    next !== null &&
    before.what === next.what &&
    before.of === next.of &&
    LASTS.includes(next.what) &&
    before.reached > next.reached;
  return stays ? before : next;
}

/** How far somebody is with a step, as its bench tells it. */
export interface StepProgress {
  /** Left out where nobody is told: the bench need not find out. */
  reached?: (item: ToldItem | null) => void;
}

/**
 * Puts together what is known of a step (its goals, what its bench says, the guess and what came of it, the check) and tells it whenever it
 * changes.
 */
export function useStepDone(
  step: Pick<WrittenStep, 'id' | 'check' | 'prediction'>,
  { guess, outcome }: StepPrediction,
  answers: CheckAnswers | null,
  goals: GoalsDone | undefined,
  tell: ((done: StepDone) => void) | undefined,
): StepProgress {
  const { id } = step;
  const [bench, setBench] = useState<{ stepId: string; item: ToldItem } | null>(null);
  const item = bench?.stepId === id ? bench.item : null;
  const [first, last] = [answers?.first ?? null, answers?.last ?? null];
  const guesses = step.prediction !== undefined;
  const rightChoice = step.check?.right ?? null;
  useEffect(() => {
    if (!tell) return;
    const once = (what: ToldItem['what'], is: boolean): ToldItem => ({ what, reached: is ? 1 : 0, of: 1 });
    tell({
      stepId: id,
      items: [
        ...(item ? [item] : []),
        ...(guesses ? [once('guess', guess !== null), once('outcome', outcome !== null)] : []),
        ...(rightChoice === null
          ? []
          : [once('check', last !== null), once('check-right', last === rightChoice)]),
      ],
      ...(first !== null && last !== null && { answers: { first, last } }),
      ...(goals && { goals }),
    });
  }, [tell, id, item, guesses, guess, outcome, rightChoice, first, last, goals]);
  const telling = tell !== undefined;
  return useMemo(
    () => ({
      ...(telling && {
        reached: (next: ToldItem | null) =>
          setBench((before) => {
            const item = lasting(before?.stepId === id ? before.item : null, next);
            return item && { stepId: id, item };
          }),
      }),
    }),
    [telling, id],
  );
}
