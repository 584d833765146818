'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type DigitsBenchId, isDigitsBench } from '@/lessons/bench';
import type { WrittenStep } from '@/lessons/written';

export interface FrontBench {
  /** The step that is shown: the class's, or while an offer stands the one at which the hand is. */
  at: number;
  /** What the student has in front. */
  front: DigitsBenchId;
  setFront(bench: DigitsBenchId): void;
  /** The class has gone on, but the student's hand was on the paper: the step to offer. */
  offered: number | null;
  /** Takes up the offer. */
  follow(): void;
  /** The hand is on the paper, or no more. */
  setDrawing(busy: boolean): void;
}

/**
 * A step brings its bench to the front, except while the student draws; the student may look at any.
 * @param stepIndex where the student is, by what the teacher has opened and the own choice
 */
export function useFrontBench(steps: readonly WrittenStep[], stepIndex: number): FrontBench {
  const benchAt = useCallback(
    (index: number): DigitsBenchId => {
      const bench = steps[index]?.bench;
      return bench && isDigitsBench(bench) ? bench : 'digits-pictures';
    },
    [steps],
  );
  const [front, setFront] = useState<DigitsBenchId>(() => benchAt(stepIndex));
  const [offered, setOffered] = useState<number | null>(null);
  const [at, setAt] = useState(stepIndex);
  const drawing = useRef(false);
  const followed = useRef(stepIndex);

  useEffect(() => {
    if (followed.current === stepIndex) return;
    followed.current = stepIndex;
    if (drawing.current) setOffered(stepIndex);
    else {
      setAt(stepIndex);
      setFront(benchAt(stepIndex));
      setOffered(null);
    }
  }, [stepIndex, benchAt]);

  const choose = useCallback((bench: DigitsBenchId) => {
    setFront(bench);
  }, []);
  const follow = useCallback(() => {
    setAt(followed.current);
    choose(benchAt(followed.current));
    setOffered(null);
  }, [choose, benchAt]);
  const setDrawing = useCallback((busy: boolean) => {
    drawing.current = busy;
  }, []);
  return { at, front, setFront: choose, offered, follow, setDrawing };
}
