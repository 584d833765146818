'use client';

import { useEffect, useState } from 'react';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { hasKeptWork, type KeyList, keptKeys } from '@/client/benches/frame/kept-work';
import type { KeptGoals } from '@/client/lesson/goals/use-goal-book';

/**
 * Whether the student has done something at a step: it has met one of its goals, or this browser keeps work of it. What a goal has counted so far
 * says nothing: some benches stand a little way towards a goal when they open.
 * @param stepId null: no step is asked about
 */
export function useWorked(stepId: string | null, place: BenchPlace | null, goals: KeptGoals): boolean {
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => {
    const known = stepId !== null && place !== null && isWorked(stepId, place, keptKeys());
    setKept(known ? stepId : null);
  }, [stepId, place]);
  if (stepId === null) return false;
  return goals.of(stepId).met.length > 0 || kept === stepId;
}

function isWorked(stepId: string, { kind, seed, lessonId }: BenchPlace, storage: KeyList | null): boolean {
  return storage !== null && hasKeptWork({ kind, seed, lessonId, stepId }, storage);
}
