'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { useTicks } from '@/client/benches/walk/use-ticks';
import { LOSS_GOAL, LOSS_HELD, LOSS_STEPS, type LossTask, lossCourse } from '@/engine/challenges/loss';
import type { TrainingCourse } from '@/engine/dense/training-course';
import type { LossAnswer } from '@/protocol/challenges/loss';
import type { Try } from './tries';

/** A run of this page's life, for the picture. */
export interface ShownRun {
  settings: LossAnswer;
  course: TrainingCourse;
  taken: number;
}

/** A whole run takes at most about two seconds: long enough to see, short enough to try again. */
const PER_SECOND = 150;

/** The first step of `LOSS_HELD` good ones in a row up to `taken`, or null. */
function heldSince(course: TrainingCourse, taken: number): number | null {
  const since = taken - LOSS_HELD + 1;
  if (since < 0) return null;
  for (let step = since; step <= taken; step++) if (course.at(step).accuracy < LOSS_GOAL) return null;
  return since;
}

/** Runs one training of the challenge step by step, and keeps those that ran before for comparison. */
export function useChallengeRun(task: LossTask, held: boolean, onDone: (done: Try) => void) {
  const [run, setRun] = useState<ShownRun | null>(null);
  const [running, setRunning] = useState(false);
  const [past, setPast] = useState<readonly ShownRun[]>([]);
  const done = useRef(onDone);
  done.current = onDone;

  useTicks(running && !held, PER_SECOND, (steps) => {
    if (!run) return true;
    let { taken } = run;
    let since: number | null = null;
    for (let i = 0; i < steps && since === null && taken < LOSS_STEPS + LOSS_HELD - 1; i++) {
      taken += 1;
      since = heldSince(run.course, taken);
    }
    setRun({ ...run, taken });
    if (since === null && taken < LOSS_STEPS + LOSS_HELD - 1) return false;
    setRunning(false);
    done.current({ ...run.settings, steps: since, accuracy: run.course.at(taken).accuracy });
    return true;
  });

  const begin = useCallback(
    (settings: LossAnswer) => {
      if (run) setPast((before) => [run, ...before].slice(0, 6));
      const course = lossCourse(task, settings.start, { loss: settings.loss, learningRate: settings.rate });
      setRun({ settings, course, taken: 0 });
      setRunning(true);
    },
    [task, run],
  );
  const stop = useCallback(() => setRunning(false), []);
  return useMemo(() => ({ run, running, past, begin, stop }), [run, running, past, begin, stop]);
}
