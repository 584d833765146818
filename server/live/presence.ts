/** Milliseconds after the last connection is gone until a student counts as away: a reload must not flicker. */
const PRESENCE_GRACE_MS = 2_000;

/** Who is here: a student with one connection or more, or that had one a moment ago. */
export class Presence {
  private readonly connections = new Map<string, number>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();

  /** @param changed is told when a student comes or has gone */
  constructor(
    private readonly changed: (studentId: string) => void,
    private readonly graceMs = PRESENCE_GRACE_MS,
  ) {}

  connect(studentId: string): void {
    const before = this.isHere(studentId);
    clearTimeout(this.leaving.get(studentId));
    this.leaving.delete(studentId);
    this.connections.set(studentId, (this.connections.get(studentId) ?? 0) + 1);
    if (!before) this.changed(studentId);
  }

  disconnect(studentId: string): void {
    const left = (this.connections.get(studentId) ?? 0) - 1;
    if (left > 0) {
      this.connections.set(studentId, left);
      return;
    }
    if (!this.connections.delete(studentId)) return;
    const timer = setTimeout(() => {
      this.leaving.delete(studentId);
      this.changed(studentId);
    }, this.graceMs);
    timer.unref();
    this.leaving.set(studentId, timer);
  }

  isHere(studentId: string): boolean {
    return this.connections.has(studentId) || this.leaving.has(studentId);
  }

  close(): void {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    this.leaving.clear();
  }
}
