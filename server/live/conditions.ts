import type { Condition, StudentCondition } from '@/protocol/condition';
import type { Activity } from '@/protocol/telemetry';

const WELL: Condition = { findings: [], hidden: false };

/**
 * How it stands with each student of one class, and since when each does what it does: in memory alone, one entry a student. What a student
 * says of itself is bounded by its schema, and shown as what it says of itself: nothing of others is made from it.
 */
export class ClassConditions {
  private readonly said = new Map<string, Condition>();
  private readonly begun: number;
  private readonly activities = new Map<string, { activity: Activity; since: number }>();

  /** @param changed is told whenever a student's condition is not what it was */
  constructor(
    private readonly now: () => number,
    private readonly changed: (studentId: string) => void,
  ) {
    this.begun = now();
  }

  /** A student's page says how it stands. */
  reported(studentId: string, condition: Condition): void {
    this.said.set(studentId, condition);
    this.changed(studentId);
  }

  /** A page of the student's has come anew and has said nothing yet. */
  cameAnew(studentId: string): void {
    if (this.said.delete(studentId)) this.changed(studentId);
  }

  /** What the student does now, by the server's own judgement. */
  does(studentId: string, activity: Activity): void {
    if (this.activities.get(studentId)?.activity === activity) return;
    this.activities.set(studentId, { activity, since: this.now() });
    this.changed(studentId);
  }

  of(studentId: string): StudentCondition {
    const said = this.said.get(studentId) ?? WELL;
    return { studentId, since: this.activities.get(studentId)?.since ?? this.begun, ...said };
  }

  forget(studentId: string): void {
    this.said.delete(studentId);
    this.activities.delete(studentId);
  }
}
