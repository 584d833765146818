'use client';

import { useEffect, useState } from 'react';
import type { Sweep } from '@/client/training/sweep/sweep';
import type { SweepPlan } from '@/client/training/sweep/sweep-plan';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';

/** What a plan takes on this device. */
export type Estimate = { is: 'measuring' } | { is: 'known'; workMs: number } | { is: 'failed' };

/** Estimates a plan whenever it is another one. @param idle whether no sweep is going on, which a measurement would disturb */
export function useEstimate(
  sweep: Sweep,
  draft: Experiment,
  plan: SweepPlan,
  backend: Backend | 'auto',
  idle: boolean,
): { estimate: Estimate; again(): void } {
  const [estimate, setEstimate] = useState<Estimate>({ is: 'measuring' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is asked for by its number.
  useEffect(() => {
    if (!idle) return;
    let newest = true;
    setEstimate((before) => (before.is === 'known' ? before : { is: 'measuring' }));
    sweep.estimate(draft, plan, backend).then(
      (workMs) => newest && workMs !== null && setEstimate({ is: 'known', workMs }),
      () => newest && setEstimate({ is: 'failed' }),
    );
    return () => {
      newest = false;
    };
  }, [sweep, draft, plan, backend, idle, tries]);
  return { estimate, again: () => setTries((count) => count + 1) };
}
