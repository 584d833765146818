'use client';

import { useEffect, useState } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import { poolOf, type WithBenches } from '@/lessons/benches';

/** How the class calls the labels of its drawings; null: as every language does, or it gathers none. */
export function usePoolLabels(
  { pool }: Pick<ClassSession, 'pool'>,
  lesson: WithBenches | null,
): readonly string[] | null {
  const [labels, setLabels] = useState<readonly string[] | null>(null);
  const gathers = lesson !== null && poolOf(lesson) === 'labels';
  useEffect(() => {
    if (!gathers) return;
    return pool.onAttached(async () => {
      const answer = await pool.ask('pool:open', {});
      if (answer.ok) setLabels(answer.pool.labels);
    });
  }, [pool, gathers]);
  return labels;
}
