'use client';

import { useEffect, useState } from 'react';
import { mediaMatches } from '@/client/ui/media';
import { RELAY_CASES } from '@/protocol/relay-settings';

/** Milliseconds that each case is drawn. */
const TURN_MS = 2_000;

/** Which of the four cases is drawn now: one after another while they are followed; with reduced motion, and once one was chosen, it stays. */
export function useCaseTurn(follows: boolean): [at: number, choose: (at: number) => void] {
  const [at, setAt] = useState(1);
  const [chosen, setChosen] = useState(false);
  useEffect(() => {
    if (!follows || chosen || mediaMatches('(prefers-reduced-motion: reduce)')) return;
    const timer = setInterval(() => setAt((before) => (before + 1) % RELAY_CASES.length), TURN_MS);
    return () => clearInterval(timer);
  }, [follows, chosen]);
  const choose = (next: number) => {
    setChosen(true);
    setAt(next);
  };
  return [at, choose];
}
