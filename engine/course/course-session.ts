import type { Answers } from '@/base/line/responder';
import { TrainingCourse } from '@/engine/dense/training-course';
import type { CourseEvent, CourseRequests } from './messages';

/** What the session needs of its surroundings; tests put a clock of their own in its place. */
export interface CoursePorts {
  tell(event: CourseEvent): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back after whatever message waits. */
  soon(callback: () => void): void;
}

/** Milliseconds after which what there is goes to the page, and a newer `begin` is heard: about a frame. */
const SLICE_MS = 20;

interface Run {
  run: number;
  courses: readonly TrainingCourse[];
  most: number;
  /** The next step to calculate, the same for all. */
  next: number;
  ended: boolean[];
}

/** The worker's side: calculates the steps of courses in slices, all courses in step, and sends them as they come. */
export class CourseSession {
  private current: Run | null = null;
  private turning = false;

  constructor(private readonly ports: CoursePorts) {}

  /** What is answered to each request. */
  readonly answers: Answers<CourseRequests> = {
    begin: ({ run, plans, most }) => {
      try {
        const courses = plans.map((plan) => new TrainingCourse(plan));
        this.current = { run, courses, most, next: 0, ended: plans.map(() => false) };
        this.turn();
      } catch (error) {
        this.fail(run, error);
      }
      return null;
    },
  };

  private turn(): void {
    if (this.turning) return;
    this.turning = true;
    this.ports.soon(() => {
      this.turning = false;
      const { current } = this;
      if (current === null) return;
      try {
        this.slice(current);
      } catch (error) {
        this.fail(current.run, error);
      }
    });
  }

  private slice(current: Run): void {
    const { run, courses, most, ended } = current;
    const until = this.ports.now() + SLICE_MS;
    const from = current.next;
    do {
      courses.forEach((course, i) => {
        if (course.at(current.next).step < current.next) ended[i] = true;
      });
      current.next += 1;
      // The start goes out alone: it is looked at at once.
    } while (from > 0 && current.next <= most && ended.includes(false) && this.ports.now() < until);
    const slices = courses.map((course, i) => {
      const points = [];
      for (let step = from; step < current.next && course.at(step).step === step; step++)
        points.push(course.at(step));
      return { points, ended: ended[i]! };
    });
    this.ports.tell({ type: 'points', run, courses: slices });
    if (current.next > most || !ended.includes(false)) this.current = null;
    else this.turn();
  }

  private fail(run: number, error: unknown): void {
    this.current = null;
    this.ports.tell({ type: 'failed', run, detail: String(error) });
  }
}
