'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { readStored, writeStored } from '@/client/live/stored';
import { type GoalBook, type GoalWork, goalBookShape, NO_GOAL_WORK } from './goal-work';

/** What was done of a lesson's goals, kept in this browser. */
export interface KeptGoals {
  /** What was kept has been read; before, nothing can be changed. */
  ready: boolean;
  of(stepId: string): GoalWork;
  /** Changes what was done of a step; nothing happens where that is the very same. */
  change(stepId: string, next: (work: GoalWork) => GoalWork): void;
}

const NOTHING: GoalBook = {};

/** The key under which the goals of a lesson are kept: alone by the lesson, in a class by the class. */
export function goalsKey(place: { lessonId: string } | { classId: string }): string {
  return 'classId' in place ? `goals:class:${place.classId}` : `goals:alone:${place.lessonId}`;
}

/** The goals of one lesson. What is kept is read after the first drawing, since the server draws without it. */
export function useGoalBook(key: string): KeptGoals {
  const [kept, setKept] = useState<{ key: string; book: GoalBook } | null>(null);
  // A bench may tell several things in one moment.
  const newest = useRef(NOTHING);
  useEffect(() => {
    newest.current = readStored(key, goalBookShape) ?? NOTHING;
    setKept({ key, book: newest.current });
  }, [key]);
  const book = kept?.key === key ? kept.book : null;
  return useMemo(
    () => ({
      ready: book !== null,
      of: (stepId) => book?.[stepId] ?? NO_GOAL_WORK,
      change(stepId, next) {
        if (book === null) return;
        const before = newest.current[stepId] ?? NO_GOAL_WORK;
        const after = next(before);
        if (after === before) return;
        newest.current = { ...newest.current, [stepId]: after };
        writeStored(key, newest.current);
        setKept({ key, book: newest.current });
      },
    }),
    [key, book],
  );
}
