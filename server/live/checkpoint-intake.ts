import { KeyedQueue } from '@/base/keyed-queue';
import { RateLimiter } from '@/base/rate-limiter';
import { CHECKPOINT_QUOTA } from '@/classroom/checkpoints';
import type { CheckpointToKeep, Store } from '@/server/store/store';
import type { Bounds } from './bounds';

interface IntakeMeans {
  bounds: Bounds['checkpoints'];
  store: Pick<Store, 'keepCheckpoint'>;
  /** Milliseconds of a steady clock. */
  steady: () => number;
}

/**
 * Moments of runs on their way into the store. How many bytes come is bounded by student and by class, how many are in memory at once over the
 * whole server; one class's are kept one after another, so that its quota holds.
 */
export class CheckpointIntake {
  private readonly ofStudent: RateLimiter;
  private readonly ofClass: RateLimiter;
  private readonly turns = new KeyedQueue();
  private underWay = 0;

  constructor(private readonly means: IntakeMeans) {
    this.ofStudent = new RateLimiter(means.bounds.ofStudent);
    this.ofClass = new RateLimiter(means.bounds.ofClass);
  }

  /** Reads and keeps so many bytes, where they may come now; null: they may not. What was let in counts, whatever becomes of it. */
  async take<Result>(
    { classId, studentId, bytes }: { classId: string; studentId: string; bytes: number },
    work: () => Promise<Result>,
  ): Promise<Result | null> {
    const now = this.means.steady();
    const student = `${classId}/${studentId}`;
    if (this.underWay > 0 && this.underWay + bytes > this.means.bounds.underWay) return null;
    if (!this.ofStudent.hasToken(student, now) || !this.ofClass.hasToken(classId, now)) return null;
    this.ofStudent.spend(student, bytes, now);
    this.ofClass.spend(classId, bytes, now);
    this.underWay += bytes;
    try {
      return await work();
    } finally {
      this.underWay -= bytes;
    }
  }

  keep(classId: string, checkpoint: CheckpointToKeep, now: number): Promise<'kept' | 'dropped' | 'unknown'> {
    return this.turns.run(classId, () => this.means.store.keepCheckpoint(checkpoint, CHECKPOINT_QUOTA, now));
  }
}
