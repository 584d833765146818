import type { CoursePoint } from '@/engine/dense/training-course';

/** What the page knows of a course: the steps that the worker has sent so far. */
export class CourseLog {
  private readonly points: CoursePoint[] = [];
  private over = false;

  /** The next steps, in order. */
  add(points: readonly CoursePoint[], ended: boolean): void {
    for (const point of points) this.points.push(point);
    this.over = ended;
  }

  /**
   * Where it stood at a step; where it diverged before, its last place that is a number. Of a step that has not come yet, the newest that
   * has; null before the first.
   */
  at(step: number): CoursePoint | null {
    return this.points[Math.min(step, this.points.length - 1)] ?? null;
  }

  /** The last step that can be shown: −1 before the first has come, any once the course has ended. */
  get ready(): number {
    return this.over ? Number.POSITIVE_INFINITY : this.points.length - 1;
  }
}
