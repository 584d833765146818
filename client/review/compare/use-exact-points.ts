'use client';

import { useEffect, useMemo, useState } from 'react';
import { askServer } from '@/client/review/ask-server';
import { readDrawnPoints } from '@/protocol/drawn-points';
import type { Point } from '@/protocol/run';
import { type Stretch, type StretchPoints, stretchPath } from '@/protocol/run-curves';
import type { NamedRun } from './compared-run';

interface ExactPoints {
  stretch: Stretch;
  byRun: ReadonlyMap<string, readonly Point[]>;
  /** Some were left out all the same: there are too many. */
  thinned: boolean;
}

/** `whole`: nothing was left out anyway. */
export type ExactState = 'thinned' | 'asking' | 'exact' | 'failed' | 'whole';

/** Every point of a stretch of runs of which only some had come; null: none is asked for. */
export function useExactPoints(
  runs: readonly NamedRun[],
  stretch: Stretch | null,
): { exact: ExactPoints | null; state: ExactState } {
  const [got, setGot] = useState<ExactPoints | 'failed' | null>(null);
  const thinned = useMemo(() => runs.filter(({ whole }) => !whole), [runs]);
  const [from, to] = [stretch?.from ?? null, stretch?.to ?? null];
  useEffect(() => {
    setGot(null);
    if (from === null || to === null || thinned.length === 0) return;
    let gone = false;
    void askFor(thinned, { from, to }).then((answer) => {
      if (!gone) setGot(answer ?? 'failed');
    });
    return () => {
      gone = true;
    };
  }, [thinned, from, to]);
  if (thinned.length === 0) return { exact: null, state: 'whole' };
  if (stretch === null) return { exact: null, state: 'thinned' };
  if (got === 'failed') return { exact: null, state: 'failed' };
  return { exact: got, state: got === null ? 'asking' : got.thinned ? 'thinned' : 'exact' };
}

/** One question a class; null: not all were answered. */
async function askFor(runs: readonly NamedRun[], stretch: Stretch): Promise<ExactPoints | null> {
  const classIds = [...new Set(runs.map(({ classId }) => classId))];
  const answers = await Promise.all(
    classIds.map((classId) => {
      const ids = runs.filter((run) => run.classId === classId).map(({ run }) => run.id);
      return askServer<StretchPoints>('GET', stretchPath(classId, ids, stretch));
    }),
  );
  const told = answers.flatMap((answer) => (answer !== 'offline' && answer.ok ? [answer.runs] : []));
  if (told.length < answers.length) return null;
  return {
    stretch,
    byRun: new Map(told.flat().map(({ runId, points }) => [runId, readDrawnPoints(points)])),
    thinned: told.flat().some(({ exact }) => !exact),
  };
}
