'use client';

import { useEffect, useState } from 'react';
import { useConsole } from '@/client/console/console-context';
import { poolOf, type WithBenches } from '@/lessons/benches';

/** How the class calls the labels of its drawings; null: as every language does, or it gathers none. */
export function usePoolLabels(lesson: WithBenches | null): readonly string[] | null {
  const { session } = useConsole();
  const [labels, setLabels] = useState<readonly string[] | null>(null);
  const gathers = lesson !== null && poolOf(lesson) === 'labels';
  useEffect(() => {
    if (!gathers) return;
    return session.pool.onAttached(async () => {
      const answer = await session.pool.ask('pool:open', {});
      if (answer.ok) setLabels(answer.pool.labels);
    });
  }, [session, gathers]);
  return labels;
}
