'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ClassPlace } from '@/client/training/class-link';

const Context = createContext<ClassPlace | null>(null);

/** Tells the pool's benches which class they are in; without it they stand alone. Light: it is on every class's page. */
export function PoolClassProvider({ session, student, children }: ClassPlace & { children: ReactNode }) {
  const place = useMemo(() => ({ session, student }), [session, student]);
  return <Context value={place}>{children}</Context>;
}

/** The class that a pool bench is in; null alone. */
export function usePoolClass(): ClassPlace | null {
  return useContext(Context);
}
