/** Milliseconds that somebody who is gone may keep a seat without ever having done anything; after the server has started, longer. */
const RELOAD_MS = 10_000;
const COME_BACK_MS = 60_000;

/** Who is here, or was so lately that it may only be a reload, or is of a class that has not come back after a restart. */
export class LatelyHere {
  /** By the steady clock: when a student's last connection went, and when this class was read. */
  private readonly leftAt = new Map<string, number>();
  private readonly readAt: number;

  /** @param steady milliseconds that no setting of the clock changes */
  constructor(
    private readonly isHere: (studentId: string) => boolean,
    private readonly steady: () => number,
  ) {
    this.readAt = steady();
  }

  /** A connection of this student's has gone. */
  left(studentId: string): void {
    this.leftAt.set(studentId, this.steady());
  }

  was(studentId: string): boolean {
    if (this.isHere(studentId)) return true;
    const left = this.leftAt.get(studentId);
    const now = this.steady();
    return left === undefined ? now - this.readAt < COME_BACK_MS : now - left < RELOAD_MS;
  }

  forget(studentId: string): void {
    this.leftAt.delete(studentId);
  }
}
