'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useStored } from '@/client/live/use-stored';
import { type KeptPredictions, predictionsShape, withGuess, withOutcome } from './kept-predictions';
import { NO_PREDICTION, type Predictions } from './predictions';

const NOTHING: KeptPredictions = {};

/**
 * A visitor's own guesses, kept in this browser.
 * @param seed the visitor's; null until it is known
 */
export function useAlonePredictions(lessonId: string, seed: number | null): Predictions {
  const [kept, keep] = useStored(
    seed === null ? null : `predictions:${seed}:${lessonId}`,
    NOTHING,
    predictionsShape,
  );
  // A bench may report an outcome in the same moment in which the guess is made.
  const newest = useRef(kept);
  useEffect(() => {
    newest.current = kept;
  }, [kept]);
  return useMemo(() => {
    const change = (next: KeptPredictions) => {
      if (next === newest.current) return;
      newest.current = next;
      keep(next);
    };
    return {
      of: (stepId) => ({ ...NO_PREDICTION, ...kept[stepId] }),
      async commit(stepId, choice) {
        change(withGuess(newest.current, stepId, choice));
        return { ok: true };
      },
      cameTrue: (stepId, choice) => change(withOutcome(newest.current, stepId, choice)),
    };
  }, [kept, keep]);
}
