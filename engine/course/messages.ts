import type { CoursePlan, CoursePoint } from '@/engine/dense/training-course';

/** Everything that passes between the page and the worker that calculates courses; `run` is that of the newest `begin`. */

/** Page to worker: calculates these courses side by side, up to and with the step `most`. Ends what was under way. */
export interface ToCourseWorker {
  name: 'begin';
  run: number;
  plans: readonly CoursePlan[];
  most: number;
}

/** Worker to page. */
export type FromCourseWorker =
  /** The next steps of each course, in order: one message a slice, so that the page draws them at once. */
  | { type: 'points'; run: number; courses: CourseSlice[] }
  /** The run met an error that nobody foresaw. */
  | { type: 'failed'; run: number; detail: string };

interface CourseSlice {
  points: CoursePoint[];
  /** It diverged: there are no more. */
  ended: boolean;
}
