import type { StudentSession } from '@/client/live/class-session';
import type { ClassGate } from './class-gate';

/**
 * Whether a training that stands still should go on without anybody pressing Train: after a reload, after the teacher
 * has held the class, and after pictures that did not come because the connection was gone.
 */
export class GoingOn {
  private wanted = false;
  private starved = false;
  private wasOnline = false;

  get isWanted(): boolean {
    return this.wanted;
  }

  want(): void {
    this.wanted = true;
  }

  /** A person has decided otherwise, or it goes on already. */
  forget(): void {
    this.wanted = false;
    this.starved = false;
  }

  /** The training stands because pictures did not come. */
  starve(): void {
    this.starved = true;
  }

  /** The pictures may come now. */
  feed(): void {
    if (this.starved) this.wanted = true;
    this.starved = false;
  }

  /** Takes the session's word. @returns whether the connection has just come back */
  connection(isOnline: boolean): boolean {
    const isBack = isOnline && !this.wasOnline;
    this.wasOnline = isOnline;
    return isBack;
  }

  /** Whether now is the time. */
  isDue(gate: ClassGate, session: Pick<StudentSession, 'snapshot'> | null): boolean {
    if (!this.wanted || gate !== 'open') return false;
    // The first view may say that the class is paused; after a failed attempt there is nothing to wait for.
    const snapshot = session?.snapshot();
    return !snapshot || snapshot.view !== null || snapshot.connection !== 'connecting';
  }
}
