'use client';

import { useEffect } from 'react';
import { ALL_DATA } from '@/engine/pool/pool-pictures';
import type { SourceName } from './desk-now';
import type { PoolDesk } from './pool-desk';

/** Where nothing shows that the data were spoilt, they are whole: what was tried at the step before does not follow, nor what was with other pictures. */
export function useWholeData(desk: PoolDesk | null, source: SourceName | null, whole: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with its pictures comes what was chosen of them.
  useEffect(() => {
    if (whole) desk?.setData(ALL_DATA);
  }, [desk, source, whole]);
}
