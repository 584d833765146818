'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTicks } from './use-ticks';

export interface Walk {
  /** Steps that are shown. */
  taken: number;
  /** The last step that there is. */
  most: number;
  running: boolean;
  run(): void;
  pause(): void;
  /** Stops and shows this step, held to what there is. */
  goTo(step: number): void;
}

interface Options {
  /** As it was kept. */
  taken: number;
  most: number;
  /** The last step that has been calculated, where that goes on meanwhile: running waits for it. */
  ready?: number;
  perSecond: number;
  held: boolean;
  keep(taken: number): void;
}

/** While it runs, the place is kept so often: a reload loses no more. */
const KEEP_EVERY_MS = 500;

/** Goes through the steps of something that is calculated anyway, at once or by a worker: run, pause, one step, back, reset. */
export function useWalk({ taken: kept, most, ready = most, perSecond, held, keep }: Options): Walk {
  /** Where a running walk is; null while it rests and what was kept counts. */
  const [live, setLive] = useState<number | null>(null);
  const [running, setRunning] = useState(false);
  const keptAt = useRef(0);
  const taken = Math.min(live ?? kept, most);
  const active = running && !held;

  useTicks(active, perSecond, (steps) => {
    const next = Math.max(taken, Math.min(most, ready, taken + steps));
    if (next === taken && taken < most) return false;
    if (next < most && performance.now() - keptAt.current < KEEP_EVERY_MS) {
      setLive(next);
      return false;
    }
    keptAt.current = performance.now();
    keep(next);
    setLive(next < most ? next : null);
    if (next < most) return false;
    setRunning(false);
    return true;
  });

  const stop = useRef(() => {});
  stop.current = () => {
    if (live !== null) keep(taken);
    setLive(null);
    setRunning(false);
  };
  useEffect(() => () => stop.current(), []);

  // Held, it stands where it is, also for the page that comes after a reload.
  const stands = useRef(() => {});
  stands.current = () => {
    if (live !== null) keep(taken);
  };
  useEffect(() => {
    if (held) stands.current();
  }, [held]);

  return {
    taken,
    most,
    running: active,
    run: useCallback(() => setRunning(true), []),
    pause: useCallback(() => stop.current(), []),
    goTo: (step) => {
      setLive(null);
      setRunning(false);
      keep(Math.max(0, Math.min(most, step)));
    },
  };
}
