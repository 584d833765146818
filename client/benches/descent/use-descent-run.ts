'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { useTicks } from '@/client/benches/walk/use-ticks';
import { descentSettings } from '@/engine/challenges/descent';
import type { PathPoint } from '@/engine/landscape/descent';
import type { Landscape } from '@/engine/landscape/landscapes';
import { DESCENT_STEPS } from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { arrivalOf, endOf, pathOf } from './descent-trace';
import type { WalkTry } from './walk-tries';

/** A walk of this page's life, for the map. */
export interface ShownWalk {
  settings: DescentAnswer;
  path: readonly PathPoint[];
  end: number;
  taken: number;
}

/** The whole walk with some settings, at its first step. `arrival`: the step at which the valley is reached, or null. */
export function walkWith(
  landscape: Landscape,
  settings: DescentAnswer,
): ShownWalk & { arrival: number | null } {
  // One step beyond the last that counts shows whether it stays.
  const path = pathOf(landscape, descentSettings(settings), DESCENT_STEPS + 1);
  const arrival = arrivalOf(landscape, path);
  const end = endOf(landscape, path);
  return { settings, path, end: arrival === null ? Math.min(end, DESCENT_STEPS) : end, arrival, taken: 0 };
}

/** A whole walk takes at most about five seconds. */
const PER_SECOND = 40;

/** Walks once with some settings, step by step, and keeps the walks before for comparison. */
export function useDescentRun(held: boolean, onDone: (done: WalkTry, taken: number) => void) {
  const [walk, setWalk] = useState<(ShownWalk & { arrival: number | null }) | null>(null);
  const [running, setRunning] = useState(false);
  const [past, setPast] = useState<readonly ShownWalk[]>([]);
  const done = useRef(onDone);
  done.current = onDone;

  useTicks(running && !held, PER_SECOND, (steps) => {
    if (!walk) return true;
    const taken = Math.min(walk.end, walk.taken + steps);
    setWalk({ ...walk, taken });
    if (taken < walk.end) return false;
    setRunning(false);
    done.current({ ...walk.settings, steps: walk.arrival, diverged: walk.path.at(-1)!.diverged }, taken);
    return true;
  });

  const begin = useCallback(
    (landscape: Landscape, settings: DescentAnswer) => {
      if (walk) setPast((before) => [walk, ...before].slice(0, 5));
      setWalk(walkWith(landscape, settings));
      setRunning(true);
    },
    [walk],
  );
  const stop = useCallback(() => setRunning(false), []);
  return useMemo(() => ({ walk, running, past, begin, stop }), [walk, running, past, begin, stop]);
}
