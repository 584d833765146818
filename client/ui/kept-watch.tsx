'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { keptHere, probeKept } from '@/client/live/kept-here';
import { patiently } from './patiently';

/** Fetched only where a browser keeps nothing. */
const KeptNotice = lazy(patiently(() => import('./kept-notice')));

/** Says once what this browser will not keep over a reload, on the pages where somebody would miss it. */
export function KeptWatch() {
  const path = usePathname();
  const notKept = useSyncExternalStore(keptHere.subscribe, keptHere.read, keptHere.readOnServer);
  useEffect(probeKept, []);
  if (notKept.size === 0) return null;
  return (
    <Suspense>
      <KeptNotice path={path} notKept={notKept} />
    </Suspense>
  );
}
