import type { ProductAtConsole } from '@/protocol/class-product';
import type { StudentCondition } from '@/protocol/condition';
import type { CurvePoint, StudentTelemetry, TeacherFrame, TelemetrySnapshot } from '@/protocol/telemetry';
import type { TelemetryTable } from './class-session';
import { boundedCurve, extendedCurve, NO_CURVE } from './followed-curve';

/**
 * The live values of a class. Objects and curves are replaced, never changed, so that a screen can compare them.
 */
export class LiveTelemetry implements TelemetryTable {
  private readonly students = new Map<string, StudentTelemetry>();
  private readonly curves = new Map<string, readonly CurvePoint[]>();
  private readonly conditions = new Map<string, StudentCondition>();
  private classProduct: ProductAtConsole | null = null;

  get(studentId: string): StudentTelemetry | undefined {
    return this.students.get(studentId);
  }

  curve(studentId: string): readonly CurvePoint[] {
    return this.curves.get(studentId) ?? NO_CURVE;
  }

  condition(studentId: string): StudentCondition | undefined {
    return this.conditions.get(studentId);
  }

  product(): ProductAtConsole | null {
    return this.classProduct;
  }

  /** Everything anew, as an attach gives it. */
  replace(snapshot: TelemetrySnapshot): void {
    this.students.clear();
    this.curves.clear();
    this.conditions.clear();
    this.classProduct = snapshot.product ?? null;
    for (const condition of snapshot.conditions) this.conditions.set(condition.studentId, condition);
    for (const { curve, ...student } of snapshot.students) {
      this.students.set(student.studentId, student);
      this.curves.set(student.studentId, boundedCurve(curve));
    }
  }

  /** Takes a frame in and returns the ids of the students in it. */
  apply(frame: TeacherFrame): string[] {
    for (const student of frame.students) {
      const before = this.students.get(student.studentId);
      this.students.set(student.studentId, student);
      const curve = before?.runId === student.runId ? this.curve(student.studentId) : NO_CURVE;
      this.curves.set(student.studentId, extendedCurve(curve, student.last));
    }
    const { students, conditions = [] } = frame;
    if (frame.product) this.classProduct = frame.product;
    for (const condition of conditions) this.conditions.set(condition.studentId, condition);
    return [...new Set([...students, ...conditions].map(({ studentId }) => studentId))];
  }
}
