import { type Bucket, fullBucket, refill } from '@/base/token-bucket';
import type { Bounds } from '@/server/live/bounds';
import { TurnQueue } from '@/server/live/turn-queue';

/** A page that waits to be made. */
interface Ticket {
  lane: string;
  by: string;
  go(admitted: boolean): void;
}

/**
 * Pages are made a few at a time and never take more than a share of the processor for long: a class that is going on comes first.
 * Whoever waits takes turns by address and browser, and then by connection (turn-queue.ts).
 */
export class RenderTurns {
  private readonly waiting = new TurnQueue<Ticket>(true);
  private running = 0;
  private budget: Bucket;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly bounds: Bounds['pages'],
    private readonly steady: () => number,
    private readonly onSlowed: () => void = () => undefined,
  ) {
    this.budget = fullBucket(bounds.milliseconds, steady());
  }

  /** Resolves when the page may be made: call what it resolves with when it is. Null: too many wait. @param by the connection */
  async next(lane: string, by = ''): Promise<(() => void) | null> {
    if (!(await this.turn(lane, by))) return null;
    const began = performance.now();
    let open = true;
    const done = () => {
      if (!open) return;
      open = false;
      clearTimeout(limit);
      this.running -= 1;
      // What is made side by side takes its time together.
      const took = (performance.now() - began) / (this.running + 1);
      this.budget = refill(this.budget, this.bounds.milliseconds, this.steady());
      this.budget.tokens -= took;
      this.serve();
    };
    // A reader who does not read must not hold a place.
    const limit = setTimeout(done, this.bounds.longestMs);
    limit.unref();
    return done;
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const { go } of this.waiting.clear()) go(false);
  }

  private turn(lane: string, by: string): Promise<boolean> {
    return new Promise((go) => {
      this.waiting.push({ lane, by, go });
      if (this.waiting.length > 1 || this.running >= this.bounds.atOnce) this.onSlowed();
      if (this.waiting.length > this.bounds.waiting) this.waiting.shift()?.go(false);
      this.serve();
    });
  }

  private serve(): void {
    this.budget = refill(this.budget, this.bounds.milliseconds, this.steady());
    while (this.waiting.length > 0 && this.running < this.bounds.atOnce) {
      if (this.budget.tokens <= 0) {
        this.wake((-this.budget.tokens / this.bounds.milliseconds.perSecond) * 1_000);
        return;
      }
      const ticket = this.waiting.take();
      this.running += 1;
      ticket?.go(true);
    }
  }

  private wake(milliseconds: number): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = null;
        this.serve();
      },
      Math.max(5, milliseconds),
    );
    this.timer.unref();
  }
}
