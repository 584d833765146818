import { type Bucket, fullBucket, type Rate, refill } from '@/base/token-bucket';
import { LIMITS } from '@/protocol/limits';

/** Below what the server allows, so that clocks that differ a little do not lead to refusals. */
const RATE: Rate = { perSecond: LIMITS.batchesPerSecond * 0.75, burst: LIMITS.batchBurst / 2 };

/** A token bucket for all batches of one student: quick after a gap, then steady. Times in milliseconds. */
export class SendBudget {
  private bucket: Bucket;

  constructor(private readonly now: () => number) {
    this.bucket = fullBucket(RATE, now());
  }

  /** Whole tokens that are there. */
  available(): number {
    this.bucket = refill(this.bucket, RATE, this.now());
    return Math.floor(this.bucket.tokens);
  }

  spend(count: number): void {
    this.bucket = { ...this.bucket, tokens: this.bucket.tokens - count };
  }

  /** The server had less left than was thought (an earlier page has spent it). */
  empty(): void {
    this.bucket = { ...this.bucket, tokens: Math.min(this.bucket.tokens, 1) };
  }

  /** Milliseconds until one token more is there. */
  untilNext(): number {
    const { tokens } = this.bucket;
    return Math.ceil(((1 - (tokens - Math.floor(tokens))) / RATE.perSecond) * 1000);
  }
}
