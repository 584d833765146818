'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import type { LessonStep } from '@/lessons/lesson';

/** The step that the address names (`?step=ID`), and the way to another; an unknown one is the first. */
export function useStepIndex(steps: readonly LessonStep[]): [index: number, go: (index: number) => void] {
  const search = useSearchParams();
  const named = search.get('step');
  const index = Math.max(
    0,
    steps.findIndex((step) => step.id === named),
  );
  const go = useCallback(
    (next: number) => {
      const step = steps[next];
      if (!step) return;
      const query = new URLSearchParams(location.search);
      query.set('step', step.id);
      // No request to the server: the whole lesson is here already.
      history.pushState(null, '', `?${query}`);
      window.scrollTo({ top: 0 });
    },
    [steps],
  );
  return [index, go];
}
