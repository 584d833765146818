'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useStored } from '@/client/live/use-stored';
import type { WrittenLesson } from '@/lessons/written';
import type { CheckAnswers } from '@/protocol/done';
import { checksShape, type KeptChecks, withAnswer } from './kept-checks';

/** The answers to the checks of one lesson. */
export interface Checks {
  /** Null: the step's check has not been answered. */
  of(stepId: string): CheckAnswers | null;
  /** @param choice from 0 */
  answer(stepId: string, choice: number): void;
}

const NOTHING: KeptChecks = {};

/**
 * Somebody's answers to the checks of a lesson, kept in this browser: still there after a step back, and after a reload.
 * @param under whose they are, and in which class; null until it is known
 */
export function useChecks({ id, steps }: Pick<WrittenLesson, 'id' | 'steps'>, under: string | null): Checks {
  const [kept, keep] = useStored(under === null ? null : `checks:${under}:${id}`, NOTHING, checksShape);
  // Two answers may come before the page is drawn again.
  const newest = useRef(kept);
  useEffect(() => {
    newest.current = kept;
  }, [kept]);
  return useMemo(
    () => ({
      of: (stepId) => kept[stepId] ?? null,
      answer(stepId, choice) {
        const right = steps.find((step) => step.id === stepId)?.check?.right;
        if (right === undefined) return;
        const next = withAnswer(newest.current, stepId, choice, right);
        if (next === newest.current) return;
        newest.current = next;
        keep(next);
      },
    }),
    [kept, keep, steps],
  );
}
