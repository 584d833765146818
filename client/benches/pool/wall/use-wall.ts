'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import { type WallNow, WallStore } from './wall-store';

const NOTHING: WallNow = { facts: null, pictures: [] };

/** The class's pool, as a watcher sees it, live. */
export function useWall(session: Pick<ClassSession, 'pool'>, code: string): WallNow {
  const [store, setStore] = useState<WallStore | null>(null);
  useEffect(() => {
    const made = new WallStore(session, code);
    setStore(made);
    return () => {
      made.close();
      setStore(null);
    };
  }, [session, code]);
  const subscribe = useCallback((listener: () => void) => store?.subscribe(listener) ?? (() => {}), [store]);
  const read = useCallback(() => store?.snapshot() ?? NOTHING, [store]);
  return useSyncExternalStore(subscribe, read, read);
}
