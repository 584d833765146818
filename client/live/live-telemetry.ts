import type { StudentCondition } from '@/protocol/condition';
import type { CurvePoint, StudentTelemetry, TeacherFrame, TelemetrySnapshot } from '@/protocol/telemetry';
import type { TelemetryTable } from './class-session';

/** Points kept of each student's curve. */
export const FOLLOWED_CURVE_POINTS = 240;

/**
 * The live values of a class. Objects and curves are replaced, never changed, so that a screen can compare them.
 * A curve that grows too long keeps every other point of its older half: old times get coarser, recent ones stay.
 */
export class LiveTelemetry implements TelemetryTable {
  private readonly students = new Map<string, StudentTelemetry>();
  private readonly curves = new Map<string, readonly CurvePoint[]>();
  private readonly conditions = new Map<string, StudentCondition>();

  get(studentId: string): StudentTelemetry | undefined {
    return this.students.get(studentId);
  }

  curve(studentId: string): readonly CurvePoint[] {
    return this.curves.get(studentId) ?? NO_CURVE;
  }

  condition(studentId: string): StudentCondition | undefined {
    return this.conditions.get(studentId);
  }

  /** Everything anew, as an attach gives it. */
  replace(snapshot: TelemetrySnapshot): void {
    this.students.clear();
    this.curves.clear();
    this.conditions.clear();
    for (const condition of snapshot.conditions) this.conditions.set(condition.studentId, condition);
    for (const { curve, ...student } of snapshot.students) {
      this.students.set(student.studentId, student);
      this.curves.set(student.studentId, bounded(curve));
    }
  }

  /** Takes a frame in and returns the ids of the students in it. */
  apply(frame: TeacherFrame): string[] {
    for (const student of frame.students) {
      const before = this.students.get(student.studentId);
      this.students.set(student.studentId, student);
      const curve = before?.runId === student.runId ? this.curve(student.studentId) : NO_CURVE;
      this.curves.set(student.studentId, extended(curve, student));
    }
    const { students, conditions = [] } = frame;
    for (const condition of conditions) this.conditions.set(condition.studentId, condition);
    return [...new Set([...students, ...conditions].map(({ studentId }) => studentId))];
  }
}

const NO_CURVE: readonly CurvePoint[] = [];

function extended(curve: readonly CurvePoint[], { last }: StudentTelemetry): readonly CurvePoint[] {
  if (!last) return curve;
  const newest = curve.at(-1)?.[0] ?? -1;
  if (last.step === newest) return curve;
  // A step behind the newest one: the run was taken up again from an earlier checkpoint.
  const kept = last.step > newest ? curve : curve.filter(([step]) => step < last.step);
  return bounded([...kept, [last.step, last.loss, last.accuracy]]);
}

function bounded(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  if (curve.length <= FOLLOWED_CURVE_POINTS) return curve;
  const half = Math.floor(curve.length / 2);
  return bounded(curve.filter((_, index) => index >= half || index % 2 === 0));
}
