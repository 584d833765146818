import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Batch, RunSummary } from '@/protocol/run';

/** What the class knows of a run without asking the store. */
export interface KnownRun {
  summary: Pick<RunSummary, 'id' | 'studentId' | 'experiment' | 'backend' | 'createdAt' | 'continues'>;
  highWater: number;
  pointCount: number;
  /** Highest step of its stored points; null: there is none. */
  lastStep: number | null;
}

/**
 * The runs of one class by id: whose they are and how long. Made from the store when the class is loaded and kept
 * up to date here, since one node owns a class: an append needs no query to know whose run it is.
 */
export class RunLedger {
  private readonly runs = new Map<string, KnownRun>();
  private readonly perStudent = new Map<string, number>();
  private readonly opening = new Map<string, number>();

  constructor(stored: readonly RunSummary[]) {
    for (const summary of stored) this.add(summary);
  }

  /** The latest time at which a run was opened. */
  lastMoment(): number {
    return [...this.runs.values()].reduce((latest, { summary }) => Math.max(latest, summary.createdAt), 0);
  }

  /** The run, if it is this student's. */
  own(studentId: string, runId: string): KnownRun | null {
    const run = this.runs.get(runId);
    return run?.summary.studentId === studentId ? run : null;
  }

  /** Whether a student may open one more run; counts those that are just being opened. */
  hasRoom(studentId: string): boolean {
    const open = (this.perStudent.get(studentId) ?? 0) + (this.opening.get(studentId) ?? 0);
    return open < LIMITS.runsPerStudent;
  }

  /** Whether a student has opened a run, or is opening one. */
  hasAny(studentId: string): boolean {
    return this.perStudent.has(studentId) || this.opening.has(studentId);
  }

  /** Keeps a place while the store opens a run, so that many requests at once cannot pass the limit. */
  async whileOpening<Result>(studentId: string, open: () => Promise<Result>): Promise<Result> {
    this.opening.set(studentId, (this.opening.get(studentId) ?? 0) + 1);
    try {
      return await open();
    } finally {
      const left = this.opening.get(studentId)! - 1;
      if (left > 0) this.opening.set(studentId, left);
      else this.opening.delete(studentId);
    }
  }

  /** A run as the store has it. */
  add(summary: RunSummary): KnownRun {
    const before = this.runs.get(summary.id);
    if (!before) this.perStudent.set(summary.studentId, (this.perStudent.get(summary.studentId) ?? 0) + 1);
    const run = {
      summary,
      highWater: Math.max(summary.highWater, before?.highWater ?? 0),
      pointCount: Math.max(summary.pointCount, before?.pointCount ?? 0),
      lastStep: latestStep(before?.lastStep ?? null, summary.last ? [summary.last] : []),
    };
    this.runs.set(summary.id, run);
    return run;
  }

  /** Refuses a new batch that would make the run too long; a repeat is always let through to be acknowledged again. */
  refuseBatch(run: KnownRun, batch: Batch): Refusal | null {
    return batch.sequence > run.highWater && run.pointCount + batch.points.length > LIMITS.pointsPerRun
      ? refuse('too-many-points')
      : null;
  }

  /**
   * Notes that a batch is stored. True if it was new. Goes by the batch's own sequence: several share a commit, and the
   * store's high-water mark may already be past this one.
   */
  stored(run: KnownRun, batch: Batch): boolean {
    if (batch.sequence <= run.highWater) return false;
    run.pointCount += batch.points.length;
    run.highWater = batch.sequence;
    run.lastStep = latestStep(run.lastStep, batch.points);
    return true;
  }

  forgetStudent(studentId: string): void {
    for (const [id, run] of this.runs) if (run.summary.studentId === studentId) this.runs.delete(id);
    this.perStudent.delete(studentId);
  }
}

function latestStep(before: number | null, points: readonly { step: number }[]): number | null {
  return points.reduce<number | null>((latest, { step }) => Math.max(latest ?? 0, step), before);
}
