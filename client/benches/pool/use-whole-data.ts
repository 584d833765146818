'use client';

import { useEffect } from 'react';
import { ALL_DATA } from '@/engine/pool/pool-pictures';
import type { PoolDesk } from './pool-desk';

/** Where nothing shows that the data were spoilt, they are whole: what was tried at the step before does not follow. */
export function useWholeData(desk: PoolDesk | null, whole: boolean): void {
  useEffect(() => {
    if (whole) desk?.setData(ALL_DATA);
  }, [desk, whole]);
}
