import type { Activity } from '@/protocol/activity';
import type { Condition, StudentCondition } from '@/protocol/condition';
import { type DoneCount, doneCounts } from '@/protocol/done';

const WELL: Condition = { findings: [], hidden: false };

/**
 * How it stands with each student of one class, and since when each does what it does: in memory alone, one entry a student. What a student
 * says of itself is bounded by its schema, and shown as what it says of itself: nothing of others is made from it.
 */
export class ClassConditions {
  private readonly said = new Map<string, Condition>();
  /** What of a step's goals was met last, and since when that has been all. It outlives a reload of the page. */
  private readonly progress = new Map<string, { met: string; at: number }>();
  private readonly begun: number;
  private readonly activities = new Map<string, { activity: Activity; since: number; rate: number | null }>();

  /** @param changed is told whenever a student's condition is not what it was, and whether how far it is with its step is another */
  constructor(
    private readonly now: () => number,
    private readonly changed: (studentId: string, done: boolean) => void,
  ) {
    this.begun = now();
  }

  /** A student's page says how it stands. */
  reported(studentId: string, condition: Condition): void {
    const before = this.said.get(studentId)?.done;
    this.said.set(studentId, condition);
    this.noteProgress(studentId, condition);
    this.changed(studentId, JSON.stringify(before) !== JSON.stringify(condition.done));
  }

  /** A page of the student's has come anew and has said nothing yet. */
  cameAnew(studentId: string): void {
    const before = this.said.get(studentId);
    if (this.said.delete(studentId)) this.changed(studentId, before?.done !== undefined);
  }

  /** What the student does now, by the server's own judgement, and the learning rate of the run. */
  does(studentId: string, activity: Activity, rate: number | null): void {
    const before = this.activities.get(studentId);
    if (before?.activity === activity && before.rate === rate) return;
    const since = before?.activity === activity ? before.since : this.now();
    this.activities.set(studentId, { activity, since, rate });
    this.changed(studentId, false);
  }

  of(studentId: string): StudentCondition {
    const { since = this.begun, rate = null } = this.activities.get(studentId) ?? {};
    const said = this.said.get(studentId) ?? WELL;
    const at = said.done?.goals ? this.progress.get(studentId)?.at : undefined;
    return { studentId, since, rate, ...said, ...(at !== undefined && { progressAt: at }) };
  }

  private noteProgress(studentId: string, { done }: Condition): void {
    if (!done?.goals) return;
    const met = `${done.stepId} ${done.goals.list.map((goal) => (goal.met ? goal.id : '-')).join(' ')}`;
    if (this.progress.get(studentId)?.met !== met) this.progress.set(studentId, { met, at: this.now() });
  }

  /** How far these students are with a step, by what their pages say. */
  doneAt(stepId: string | undefined, studentIds: readonly string[]): DoneCount[] {
    return stepId === undefined
      ? []
      : doneCounts(
          studentIds.map((id) => this.said.get(id)?.done),
          stepId,
        );
  }

  forget(studentId: string): void {
    this.said.delete(studentId);
    this.activities.delete(studentId);
    this.progress.delete(studentId);
  }
}
