'use client';

import { useCallback, useEffect, useState } from 'react';
import { readStored, writeStored } from '@/client/live/stored';
import type { ClassFacts } from '@/protocol/views';
import { chooseStep, ownStep, ownStepShape } from './own-step';

/**
 * The step at which this student is, kept over a reload, and the way to another.
 * @param count how many steps the class has
 */
export function useOwnStep(
  facts: Pick<ClassFacts, 'id' | 'pacing' | 'stepIndex'>,
  count: number,
): [at: number, go: (at: number) => void] {
  const key = `own-step:${facts.id}`;
  // The page of a class that goes on is drawn by the browser alone.
  const [chosen, choose] = useState(() => readStored(key, ownStepShape));
  const own = ownStep(chosen, facts, count);
  // What the teacher opens brings the student along, for good: coming back to what was open before leads nobody back.
  if (own !== chosen) choose(own);
  useEffect(() => writeStored(key, own), [key, own]);
  const go = useCallback((at: number) => choose(chooseStep(own, at, facts, count)), [own, facts, count]);
  return [own.at, go];
}
