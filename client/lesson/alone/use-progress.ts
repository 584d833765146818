'use client';

import { useCallback, useEffect, useRef } from 'react';
import { progressKey, progressShape } from '@/client/lesson/progress';
import { useStored } from '@/client/live/use-stored';

const NONE: readonly string[] = [];

/** The steps of a lesson that this browser has seen done, and the way to add one. */
export function useProgress(lessonId: string): [done: readonly string[], markDone: (stepId: string) => void] {
  const [done, keep] = useStored(progressKey(lessonId), NONE, progressShape);
  const newest = useRef(done);
  useEffect(() => {
    newest.current = done;
  }, [done]);
  const markDone = useCallback(
    (stepId: string) => {
      if (newest.current.includes(stepId)) return;
      newest.current = [...newest.current, stepId];
      keep(newest.current);
    },
    [keep],
  );
  return [done, markDone];
}
