'use client';

import { useEffect, useState } from 'react';
import type { SightLine } from '@/client/live/sight-line';
import type { Sight } from '@/protocol/sight';

/** What a snapshot shows, asked for once; null until it is there, or where none is wanted. */
export function useSnapshotSight(sights: SightLine, snapshotId: string | null): Sight | null {
  const [seen, setSeen] = useState<{ id: string; sight: Sight } | null>(null);
  useEffect(() => {
    if (snapshotId === null) return;
    let stale = false;
    void sights.readSnapshot(snapshotId).then((sight) => {
      if (!stale && sight) setSeen({ id: snapshotId, sight });
    });
    return () => {
      stale = true;
    };
  }, [sights, snapshotId]);
  return seen !== null && seen.id === snapshotId ? seen.sight : null;
}
