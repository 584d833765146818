'use client';

import { useEffect, useRef, useState } from 'react';
import { mediaMatches } from '@/client/ui/media';

/** The three blocks inside the loop, in turn. */
const PHASES = ['feed', 'gradient', 'update'] as const;
export type LoopPhase = (typeof PHASES)[number];

/** Milliseconds that each block lights up after a single step. */
const LIT_MS = 520;

/** Which block lights up: after a single step one after the other, while training or standing none. */
export function usePhase(step: number, running: boolean): LoopPhase | null {
  const [lit, setLit] = useState<number | null>(null);
  const before = useRef(step);
  useEffect(() => {
    const single = step === before.current + 1;
    before.current = step;
    if (!single || running || mediaMatches('(prefers-reduced-motion: reduce)')) {
      setLit(null);
      return;
    }
    setLit(0);
    const timers = [1, 2, 3].map((n) => setTimeout(() => setLit(n < PHASES.length ? n : null), n * LIT_MS));
    return () => timers.forEach(clearTimeout);
  }, [step, running]);
  return lit === null ? null : PHASES[lit]!;
}
