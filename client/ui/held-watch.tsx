'use client';

import { useSyncExternalStore } from 'react';
import { heldBack } from '@/engine/download/held-back';
import type { Elements } from './elements';

/**
 * Says that something is being held back, for as long as it is. Until the page has come to life the style sheet does: whose scripts do
 * not come is told after seconds.
 */
export function HeldWatch({ children }: { children: Elements }) {
  const held = useSyncExternalStore(subscribe, read, readOnServer);
  if (held === null) return <div className="appear-late">{children}</div>;
  return held ? children : null;
}

function subscribe(listener: () => void): () => void {
  window.pageLives = true;
  const stop = heldBack.subscribe(listener);
  addEventListener('scriptsheld', listener);
  return () => {
    stop();
    removeEventListener('scriptsheld', listener);
  };
}

const read = (): boolean | null => heldBack.read() || window.scriptsHeld === true;
/** Nobody knows before the page lives. */
const readOnServer = () => null;
