'use client';

import { useEffect, useState } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import type { MergeStage } from '@/protocol/merge-settings';
import type { MergeUnits } from '@/protocol/merge-views';
import type { View } from '@/protocol/views';

/** Pictures of units, read again with each stage; null: they have not come yet. Whoever is offline is told as soon as the session hears anything again. */
export function useUnits<V extends View>(
  session: Pick<ClassSession<V>, 'readUnits' | 'subscribe'>,
  mergeId: string,
  stage: MergeStage,
): MergeUnits | null {
  const [units, setUnits] = useState<MergeUnits | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the stage there is more to read.
  useEffect(() => {
    let over = false;
    let asking = false;
    const ask = async () => {
      if (asking || over) return;
      asking = true;
      const answer = await session.readUnits(mergeId);
      asking = false;
      if (over) return;
      if (answer.ok) setUnits(answer.units);
      // Whatever else was said will be said again.
      if (answer.ok || answer.code !== 'not-attached') stop();
    };
    const stop = session.subscribe(() => void ask());
    void ask();
    return () => {
      over = true;
      stop();
    };
  }, [session, mergeId, stage]);
  return units;
}
