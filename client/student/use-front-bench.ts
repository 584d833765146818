'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BenchId, LessonStep } from '@/lessons/lesson';

export interface FrontBench {
  /** What the student has in front. */
  front: BenchId;
  setFront(bench: BenchId): void;
  /** The class has gone on, but the student's hand was on the paper: the step to offer. */
  offered: number | null;
  /** Takes up the offer. */
  follow(): void;
  /** The hand is on the paper, or no more. */
  setDrawing(busy: boolean): void;
}

/** The class's step brings its bench to the front, except while the student draws; the student may look at any. */
export function useFrontBench(steps: readonly LessonStep[], stepIndex: number): FrontBench {
  const benchAt = useCallback(
    (index: number): BenchId => steps[index]?.bench ?? steps[0]?.bench ?? 'digits-pictures',
    [steps],
  );
  const [front, setFront] = useState<BenchId>(() => benchAt(stepIndex));
  const [offered, setOffered] = useState<number | null>(null);
  const drawing = useRef(false);
  const followed = useRef(stepIndex);

  useEffect(() => {
    if (followed.current === stepIndex) return;
    followed.current = stepIndex;
    if (drawing.current) setOffered(stepIndex);
    else {
      setFront(benchAt(stepIndex));
      setOffered(null);
    }
  }, [stepIndex, benchAt]);

  const choose = useCallback((bench: BenchId) => {
    setFront(bench);
    setOffered(null);
  }, []);
  const follow = useCallback(() => choose(benchAt(followed.current)), [choose, benchAt]);
  const setDrawing = useCallback((busy: boolean) => {
    drawing.current = busy;
  }, []);
  return { front, setFront: choose, offered, follow, setDrawing };
}
