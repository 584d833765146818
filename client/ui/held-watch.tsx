'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { heldBack } from '@/client/live/held-back';

/** Fetched beforehand would be for nothing nearly always; it is small, and what is held back is mostly something else. */
const HeldNotice = lazy(() => import('@/client/ui/held-notice'));

/** Says that something is being held back, for as long as it is. */
export function HeldWatch() {
  const held = useSyncExternalStore(heldBack.subscribe, heldBack.read, heldBack.readOnServer);
  if (!held) return null;
  return (
    <Suspense>
      <HeldNotice />
    </Suspense>
  );
}
