'use client';

import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { heldBack } from '@/client/live/held-back';

const notice = () => import('@/client/ui/held-notice');
const HeldNotice = lazy(notice);
/** Milliseconds after which a page has what it needs first: the words for what is held back come before anything is. */
const FETCHED_AFTER_MS = 4_000;

/** Says that something is being held back, for as long as it is. */
export function HeldWatch() {
  const held = useSyncExternalStore(heldBack.subscribe, heldBack.read, heldBack.readOnServer);
  useEffect(() => {
    // Should they not come either, the drawing asks for them again.
    const timer = setTimeout(() => void notice().catch(() => undefined), FETCHED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!held) return null;
  return (
    <Suspense>
      <HeldNotice />
    </Suspense>
  );
}
