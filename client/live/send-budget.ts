import { LIMITS } from '@/protocol/limits';

/** Below what the server allows, so that clocks that differ a little do not lead to refusals. */
const PER_SECOND = LIMITS.batchesPerSecond * 0.75;
const BURST = LIMITS.batchBurst / 2;

/** A token bucket for all batches of one student: quick after a gap, then steady. Times in milliseconds. */
export class SendBudget {
  private tokens = BURST;
  private at: number;

  constructor(private readonly now: () => number) {
    this.at = now();
  }

  /** Whole tokens that are there. */
  available(): number {
    const now = this.now();
    this.tokens = Math.min(BURST, this.tokens + (Math.max(0, now - this.at) / 1000) * PER_SECOND);
    this.at = now;
    return Math.floor(this.tokens);
  }

  spend(count: number): void {
    this.tokens -= count;
  }

  /** The server had less left than was thought (an earlier page has spent it). */
  empty(): void {
    this.tokens = Math.min(this.tokens, 1);
  }

  /** Milliseconds until one token more is there. */
  untilNext(): number {
    return Math.ceil(((1 - (this.tokens - Math.floor(this.tokens))) / PER_SECOND) * 1000);
  }
}
