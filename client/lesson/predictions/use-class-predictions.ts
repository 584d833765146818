'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StudentSession } from '@/client/live/class-session';
import type { OwnPrediction } from '@/protocol/prediction';
import { NO_PREDICTION, type Predictions } from './predictions';

/**
 * A student's guesses in a class: committed to the server, and shown with the whole class's. What came true is told to
 * the server as soon as it can hear it; the student sees it at once.
 */
export function useClassPredictions(
  session: Pick<StudentSession, 'command'>,
  known: readonly OwnPrediction[],
  online: boolean,
): Predictions {
  /** What came true on this bench, by step. */
  const [seen, setSeen] = useState<Readonly<Record<string, number>>>({});
  const asked = useRef(new Set<string>());

  useEffect(() => {
    if (!online) asked.current.clear();
    for (const { stepId, outcome } of online ? known : []) {
      const choice = seen[stepId];
      if (outcome !== null || choice === undefined || asked.current.has(stepId)) continue;
      asked.current.add(stepId);
      void session.command({ type: 'prediction:outcome', stepId, choice });
    }
  }, [session, known, seen, online]);

  const commit = useCallback(
    (stepId: string, choice: number) => session.command({ type: 'prediction:commit', stepId, choice }),
    [session],
  );
  const cameTrue = useCallback((stepId: string, choice: number) => {
    setSeen((before) => (before[stepId] === undefined ? { ...before, [stepId]: choice } : before));
  }, []);
  return useMemo(
    () => ({
      of(stepId) {
        const own = known.find((prediction) => prediction.stepId === stepId);
        if (!own) return NO_PREDICTION;
        const { choice, outcome, guesses, outcomes } = own;
        return {
          guess: choice,
          outcome: outcome ?? seen[stepId] ?? null,
          everybody: { guesses, outcomes },
        };
      },
      commit,
      cameTrue,
    }),
    [known, seen, commit, cameTrue],
  );
}
