'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RunSoFar } from '@/client/benches/frame/run-so-far';
import type { OpenPlace } from '@/client/benches/frame/use-laid';
import { useRunSoFar } from '@/client/benches/frame/use-run-so-far';
import { useTicks } from '@/client/benches/walk/use-ticks';
import { LOSS_GOAL, LOSS_HELD, LOSS_STEPS, type LossTask, lossPlan } from '@/engine/challenges/loss-task';
import type { CourseLog } from '@/engine/course/course-log';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import { type LossTry, lossKey, lossRunShape } from './loss-tries';
import type { Course } from './race';
import { useCourseClient } from './use-courses';

/** A run of this page's life, for the picture. */
export interface ShownRun {
  settings: LossAnswer;
  course: CourseLog;
  taken: number;
}

/** A whole run takes at most about two seconds: long enough to see, short enough to try again. */
const PER_SECOND = 150;
/** The last step that can show that the goal is held. */
const LAST_STEP = LOSS_STEPS + LOSS_HELD - 1;

/** The first step of `LOSS_HELD` good ones in a row up to `taken`, or null. */
export function heldSince(course: Course, taken: number): number | null {
  const since = taken - LOSS_HELD + 1;
  if (since < 0) return null;
  for (let step = since; step <= taken; step++) {
    const point = course.at(step);
    // Beyond the end of a course that diverged nothing is held.
    if (point === null || point.step < step || point.accuracy < LOSS_GOAL) return null;
  }
  return since;
}

/** Runs one training of the challenge step by step, as the worker has calculated it, and keeps those that ran before for comparison. */
export function useChallengeRun(
  task: LossTask,
  place: OpenPlace & { held: string | null },
  onDone: (done: LossTry) => void,
) {
  const held = place.held !== null;
  const client = useCourseClient();
  const { failed } = client;
  const [run, setRun] = useState<ShownRun | null>(null);
  const [running, setRunning] = useState(false);
  const [past, setPast] = useState<readonly ShownRun[]>([]);
  const done = useRef(onDone);
  done.current = onDone;

  useTicks(running && !held && !failed, PER_SECOND, (steps) => {
    if (!run) return true;
    const last = Math.min(LAST_STEP, run.course.ready, run.taken + steps);
    if (last <= run.taken) return false;
    let { taken } = run;
    let since: number | null = null;
    while (since === null && taken < last) {
      taken += 1;
      since = heldSince(run.course, taken);
    }
    setRun({ ...run, taken });
    if (since === null && taken < LAST_STEP) return false;
    setRunning(false);
    done.current({ ...run.settings, steps: since, accuracy: run.course.at(taken)!.accuracy });
    return true;
  });

  const courseOf = useCallback(
    ({ start, loss, rate }: LossAnswer): CourseLog =>
      client.begin([lossPlan(task, start, { loss, learningRate: rate })], LAST_STEP)[0]!,
    [client, task],
  );
  const begin = useCallback(
    (settings: LossAnswer) => {
      if (run) setPast((before) => [run, ...before].slice(0, 6));
      setRun({ settings, course: courseOf(settings), taken: 0 });
      setRunning(true);
    },
    [courseOf, run],
  );
  const theirs = useTheirRun(useRunSoFar(place, run, lossRunShape), courseOf);
  /** The same run anew, after the worker failed. */
  const retry = useCallback(() => {
    if (run) setRun({ ...run, course: courseOf(run.settings), taken: 0 });
  }, [courseOf, run]);
  const stop = useCallback(() => setRunning(false), []);
  return useMemo(
    () => ({ run: theirs ?? run, running, failed, past, begin, stop, retry }),
    [theirs, run, running, failed, past, begin, stop, retry],
  );
}

/** Another's run, calculated again from its settings as far as it has come; null: none is shown. */
function useTheirRun(
  run: RunSoFar<LossAnswer> | null,
  courseOf: (settings: LossAnswer) => CourseLog,
): ShownRun | null {
  const key = run && lossKey(run.settings);
  const [begun, setBegun] = useState<{ key: string; course: CourseLog } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the settings, which are made anew with each look.
  useEffect(() => {
    if (run && key !== null) setBegun({ key, course: courseOf(run.settings) });
  }, [key, courseOf]);
  if (!run || begun?.key !== key) return null;
  const taken = Math.max(0, Math.min(run.taken, begun.course.ready));
  return { settings: run.settings, course: begun.course, taken };
}
