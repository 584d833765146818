'use client';

import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { typeAgain, typedText } from './typed-text';

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

/** What failed parts held, until when it is of use. */
const saved = new Map<string, { value: unknown; until: number }>();
/** Milliseconds after a failure in which what is taken off the page was part of it, and in which it comes back. */
const COMING_MS = 5_000;
let failedAt = Number.NEGATIVE_INFINITY;

/**
 * For what stands in the place of a failed part: draws it again by itself, with what was typed.
 * @param reset draws the part again
 * @returns false once it has failed too often: then people have to be told
 */
export function useComingBack(reset: () => void): boolean {
  // Read while the failed part is still on the page.
  const [typed] = useState(typedText);
  const [coming] = useState(() => {
    failedAt = performance.now();
    return comebacks.mayTry(failedAt);
  });
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

/**
 * State that is kept nowhere else, and is there again when the part that held it has failed and comes back.
 * @param name tells it apart on the page
 */
export function useSavedState<Value>(name: string, initial: Value): [Value, Dispatch<SetStateAction<Value>>] {
  const [value, setValue] = useState<Value>(() => {
    const held = saved.get(name);
    return held && performance.now() < held.until ? (held.value as Value) : initial;
  });
  const newest = useRef(value);
  newest.current = value;
  useEffect(() => {
    saved.delete(name);
    return () => {
      const until = failedAt + COMING_MS;
      if (performance.now() < until) saved.set(name, { value: newest.current, until });
    };
  }, [name]);
  return [value, setValue];
}

/** Once the fields are there again: some come only after code or a first drawing. */
function typeAgainSoon(typed: ReturnType<typeof typedText>): void {
  let left = typed;
  for (const milliseconds of [50, 250, 600])
    setTimeout(() => {
      left = typeAgain(left);
    }, milliseconds);
}
