'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import type { WrittenStep } from '@/lessons/written';

/** The index of the step that an address names (`?step=ID`); an unknown one is the first. */
function indexOf(steps: readonly WrittenStep[], named: string | null): number {
  return Math.max(
    0,
    steps.findIndex((step) => step.id === named),
  );
}

/** The step on show, kept in the address, and the way to another. */
export function useStepIndex(steps: readonly WrittenStep[]): [index: number, go: (index: number) => void] {
  const named = useSearchParams().get('step');
  const [index, setIndex] = useState(() => indexOf(steps, named));

  // The browser's own back and forward, and links. Read from the address itself: what the router tells comes late while
  // a training redraws, and may be a step that has been left since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `named` says when the address has changed.
  useEffect(() => {
    const follow = () => setIndex(indexOf(steps, new URLSearchParams(location.search).get('step')));
    follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [steps, named]);

  const go = useCallback(
    (next: number) => {
      const step = steps[next];
      if (!step) return;
      const query = new URLSearchParams(location.search);
      query.set('step', step.id);
      setIndex(next);
      // No request to the server: the whole lesson is here already.
      history.pushState(null, '', `?${query}`);
      window.scrollTo({ top: 0 });
    },
    [steps],
  );
  return [index, go];
}
