/**
 * How often SQLite's log was emptied on purpose, told to every thread that has the database open: to a guard (file-guard) a log that is
 * shorter than it was is a loss otherwise.
 */
export class LogEmptyings {
  private readonly counts: Int32Array<SharedArrayBuffer>;

  /** @param shared what another thread counts in */
  constructor(readonly shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.counts = new Int32Array(shared);
  }

  /** Counts one while `work` is under way. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    Atomics.add(this.counts, 0, 1);
    try {
      return await work();
    } finally {
      Atomics.add(this.counts, 1, 1);
    }
  }

  /** How many have begun. */
  get begun(): number {
    return Atomics.load(this.counts, 0);
  }

  /** Whether the log may become shorter at any moment. */
  get underWay(): boolean {
    return this.begun !== Atomics.load(this.counts, 1);
  }
}
