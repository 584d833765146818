/** Milliseconds of work without a rest: most of what is asked for is done by then. */
const SPRINT_MS = 8_000;
/** Milliseconds of a stretch of work, and of the rest after it, once it takes longer. */
const REST_MS = 25;

/**
 * How a device that may be a phone works for long: at full speed at first, then at half, so that it stays cool and its battery lasts. What it has worked is
 * forgotten in as long as it rests.
 */
export class CoolPace {
  private worked = 0;
  private lastEnd: number;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(private readonly now: () => number) {
    this.lastEnd = now();
  }

  /** Another piece of work begins: what has passed since the last was a rest. */
  begin(): void {
    const rested = this.now() - this.lastEnd;
    this.worked = Math.max(0, this.worked - rested);
    this.lastEnd = this.now();
  }

  /** After each stretch of work. @returns milliseconds to rest, 0: none */
  rest(): number {
    const now = this.now();
    this.worked += now - this.lastEnd;
    this.lastEnd = now;
    return this.worked < SPRINT_MS ? 0 : REST_MS;
  }

  /** The rest is over. */
  rested(): void {
    this.lastEnd = this.now();
  }
}
