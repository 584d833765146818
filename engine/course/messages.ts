import type { CoursePlan, CoursePoint } from '@/engine/dense/training-course';

/**
 * What the page asks of the worker that calculates courses over their line (base/line), and what that tells unasked; `run` is that of the
 * newest `begin`.
 */

export interface CourseRequests {
  /** Calculates these courses side by side, up to and with the step `most`. Ends what was under way. */
  begin: { input: { run: number; plans: readonly CoursePlan[]; most: number }; answer: null };
}

export type CourseEvent =
  /** The next steps of each course, in order: one message a slice, so that the page draws them at once. */
  | { type: 'points'; run: number; courses: CourseSlice[] }
  /** The run met an error that nobody foresaw. */
  | { type: 'failed'; run: number; detail: string };

interface CourseSlice {
  points: CoursePoint[];
  /** It diverged: there are no more. */
  ended: boolean;
}
