'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mediaMatches } from '@/client/ui/media';
import type { ProgramSettings, ProgramStanding, ProgramStep } from '@/engine/dense/training-program';
import { orderOf, type Program } from './program';
import { type SmallTask, startProgram } from './small-task';

export type BlockSettings = Pick<ProgramSettings, 'loss' | 'optimizer' | 'learningRate' | 'feed'>;

/** Rounds a frame: slow enough to watch, quick enough to try a wrong order to its end. */
const ROUNDS = 2;
/** With reduced motion the curve appears in few pieces, of no more milliseconds than leave a frame its time. */
const ROUNDS_STILL = 50;
const MOST_MS = 8;

/** Runs the program as it stands. A change of it begins anew; the curve of the run before stays for comparison. */
export function useProgramRun(
  seed: number,
  task: SmallTask,
  program: Program,
  settings: BlockSettings,
  held: boolean,
  onEnd: (standing: ProgramStanding) => void,
) {
  const key = JSON.stringify([program.tokens, settings]);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what is in program and settings; an attempt begins anew.
  const machine = useMemo(
    () => startProgram(seed, task, orderOf(program), settings),
    [seed, task, key, attempt],
  );
  const [running, setRunning] = useState(false);
  const [last, setLast] = useState<ProgramStep | null>(null);
  const [previous, setPrevious] = useState<readonly ProgramStanding[]>([]);
  const [, redraw] = useState(0);
  const at = useRef(machine);
  const said = useRef(onEnd);
  said.current = onEnd;

  // Another program: the old curve moves to the background and nothing runs.
  useEffect(() => {
    if (at.current === machine) return;
    if (at.current.rounds > 0) setPrevious(at.current.standings);
    at.current = machine;
    setRunning(false);
    setLast(null);
  }, [machine]);

  const finish = useCallback(() => {
    setRunning(false);
    said.current(at.current.standings.at(-1)!);
  }, []);

  useEffect(() => {
    if (!running || held) return;
    const still = mediaMatches('(prefers-reduced-motion: reduce)');
    let frame = requestAnimationFrame(function advance() {
      const end = performance.now() + MOST_MS;
      for (let i = 0; i < (still ? ROUNDS_STILL : ROUNDS) && !machine.over; i++) {
        machine.round();
        if (performance.now() > end) break;
      }
      setLast(null);
      redraw((count) => count + 1);
      if (machine.over) finish();
      else frame = requestAnimationFrame(advance);
    });
    return () => cancelAnimationFrame(frame);
  }, [running, held, machine, finish]);

  return {
    machine,
    running: running && !held,
    /** The block that was just done one at a time. */
    last,
    previous,
    run: () => {
      if (machine.over) setAttempt((count) => count + 1);
      setRunning(true);
    },
    pause: () => setRunning(false),
    step: () => {
      setRunning(false);
      const step = machine.step();
      setLast(step);
      redraw((count) => count + 1);
      if (machine.over) finish();
      return step;
    },
    restart: () => {
      setRunning(false);
      setAttempt((count) => count + 1);
    },
  };
}
