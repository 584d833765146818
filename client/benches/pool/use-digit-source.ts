'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { ClassSource } from './class-source';
import { OwnSource } from './own-source';
import { usePoolClass } from './pool-class';
import type { PoolSource, SourceNow } from './pool-source';

/** The class's drawings of a data set's labels, or alone the ones that this browser keeps; null in the first moment. */
export function useDigitSource(dataset: DatasetId): { source: PoolSource; now: SourceNow } | null {
  const inClass = usePoolClass();
  const [source, setSource] = useState<PoolSource | null>(null);
  useEffect(() => {
    const made = inClass
      ? new ClassSource(inClass.session, inClass.student)
      : new OwnSource(`own-${dataset}`, 'digits', DATASETS[dataset].labels.length);
    setSource(made);
    return () => {
      made.close();
      setSource(null);
    };
  }, [inClass, dataset]);
  const subscribe = useCallback(
    (listener: () => void) => source?.subscribe(listener) ?? (() => {}),
    [source],
  );
  const read = useCallback(() => source?.snapshot() ?? null, [source]);
  const now = useSyncExternalStore(subscribe, read, read);
  return source && now ? { source, now } : null;
}
