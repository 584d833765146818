'use client';

import { useEffect, useState } from 'react';
import { typeAgain, typedText } from '@/client/ui/typed-text';

/** Milliseconds before what failed is drawn again: what has to be tidied up is tidied up then. */
const PAUSE_MS = 150;
/** What fails more often than so many times in `WITHIN_MS` will go on failing: then people are asked. */
const MOST = 3;
const WITHIN_MS = 20_000;

/** How often something has failed, and whether it may come back by itself once more. */
export class Comebacks {
  private times: number[] = [];

  /** @param now milliseconds of a clock that never jumps */
  mayTry(now: number): boolean {
    this.times = this.times.filter((time) => now - time < WITHIN_MS);
    if (this.times.length >= MOST) return false;
    this.times.push(now);
    return true;
  }
}

/** Of this page, whichever part of it fails. */
const comebacks = new Comebacks();

/**
 * For what stands in the place of a failed part: draws it again by itself, with what was typed.
 * @param reset draws the part again
 * @returns false once it has failed too often: then people have to be told
 */
export function useComingBack(reset: () => void): boolean {
  // Read while the failed part is still on the page.
  const [typed] = useState(typedText);
  const [coming] = useState(() => comebacks.mayTry(performance.now()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whatever function it is by then.
  useEffect(() => {
    if (!coming) return;
    const timer = setTimeout(() => {
      reset();
      typeAgainSoon(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, []);
  return coming;
}

/** Once the fields are there again: some come only after code or a first drawing. */
function typeAgainSoon(typed: ReturnType<typeof typedText>): void {
  let left = typed;
  for (const milliseconds of [50, 250, 600])
    setTimeout(() => {
      left = typeAgain(left);
    }, milliseconds);
}
