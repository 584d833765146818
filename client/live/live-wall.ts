import type { CurvePoint, ScreenFrame, WallStudent } from '@/protocol/telemetry';
import { boundedCurve, extendedCurve, NO_CURVE } from './followed-curve';

/** A student on the wall, with the curve of the latest run. */
export interface OnWall extends Omit<WallStudent, 'curve'> {
  curve: readonly CurvePoint[];
}

/** The students that the projector shows one by one, put together from its frames; replaced, never changed. */
export class LiveWall {
  private students = new Map<number, OnWall>();
  private listed: readonly OnWall[] = [];

  /** In the order in which they were first shown; empty while the projector shows none. */
  list(): readonly OnWall[] {
    return this.listed;
  }

  apply({ students }: ScreenFrame): void {
    if (!students) return;
    if (students.whole) this.students = new Map();
    for (const { curve, ...student } of students.list) {
      const before = this.students.get(student.key);
      const known = curve ? boundedCurve(curve) : before?.run === student.run ? before.curve : NO_CURVE;
      this.students.set(student.key, { ...student, curve: extendedCurve(known, student.last) });
    }
    this.listed = [...this.students.values()];
  }

  clear(): void {
    this.students = new Map();
    this.listed = [];
  }
}
