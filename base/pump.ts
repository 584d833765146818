/**
 * Does something again and again as long as it is asked for, with a pause in between: however often it is asked meanwhile, it is done once.
 * The first time after a quiet time is at once (in a turn of the event loop of its own); while nobody asks there is no timer.
 */
export class Pump {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last = Number.NEGATIVE_INFINITY;

  /**
   * @param pause milliseconds between two times, asked each time
   * @param act what is done
   */
  constructor(
    private readonly pause: () => number,
    private readonly act: () => void,
  ) {}

  /** Whether it is going to be done. */
  get due(): boolean {
    return this.timer !== null;
  }

  /** There is something to do. */
  ask(): void {
    if (this.timer !== null) return;
    // By the steady clock: the wall clock may be set meanwhile.
    const wait = this.last + this.pause() - performance.now();
    this.timer = setTimeout(
      () => {
        this.timer = null;
        this.last = performance.now();
        this.act();
      },
      Math.max(0, wait),
    );
    // In Node: nothing waits for it to end a process.
    (this.timer as { unref?: () => void }).unref?.();
  }

  /** What was asked for is not done any more. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
