'use client';

import { useEffect, useState } from 'react';
import { keptUnder } from '@/client/live/kept-under';
import { Leases } from '@/client/live/lease';
import type { ClassPlace } from '@/client/training/class-link';
import { PointsRuns } from '@/client/training/points-runs';

/** Milliseconds that they outlive their page: StrictMode, and the last batch of a bench that was just closed. */
const LINGER_MS = 5_000;

const all = new Leases<PointsRuns>((runs) => runs.close(), LINGER_MS);

/** What keeps the trainings of the student's 2-D benches; null in the first moment, and where the lesson has no such bench. */
export function usePointsRuns({ session, student }: ClassPlace, wanted: boolean): PointsRuns | null {
  const [runs, setRuns] = useState<PointsRuns | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const key = `${keptUnder(session)} ${student.credentials.studentId}`;
    setRuns(all.take(key, () => new PointsRuns({ session, student })));
    return () => {
      all.release(key);
      setRuns(null);
    };
  }, [session, student, wanted]);
  return runs;
}
