import { type Bucket, fullBucket, type Rate, refill, take } from './token-bucket';

/**
 * Buckets by key, bounded: full ones are forgotten first, since a forgotten bucket counts as full. Beyond `maxKeys` the
 * ones least recently used go.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly rate: Rate,
    private readonly maxKeys = 10_000,
  ) {}

  /** Takes a token of this key; false if there is none. */
  allow(key: string, now: number): boolean {
    const { allowed, bucket } = take(this.buckets.get(key) ?? fullBucket(this.rate, now), this.rate, now);
    this.keep(key, bucket, now);
    return allowed;
  }

  /** Takes `cost` tokens in any case, on credit if need be. Milliseconds until the debt is paid; 0 if there is none. */
  spend(key: string, cost: number, now: number): number {
    const bucket = refill(this.buckets.get(key) ?? fullBucket(this.rate, now), this.rate, now);
    const tokens = bucket.tokens - cost;
    this.keep(key, { ...bucket, tokens }, now);
    return tokens >= 0 ? 0 : (-tokens / this.rate.perSecond) * 1000;
  }

  /** Takes a token of this key. Null: there was one. A number: seconds, rounded up, until there is. */
  attempt(key: string, now: number): number | null {
    if (this.allow(key, now)) return null;
    const { tokens } = this.buckets.get(key) ?? fullBucket(this.rate, now);
    return Math.ceil((1 - tokens) / this.rate.perSecond);
  }

  /** Gives a token back: what it was taken for does not count. */
  giveBack(key: string, now: number): void {
    const bucket = this.buckets.get(key);
    if (!bucket) return;
    const { tokens } = refill(bucket, this.rate, now);
    this.keep(key, { tokens: Math.min(this.rate.burst, tokens + 1), at: now }, now);
  }

  /** Whether a token is left, without taking it. */
  hasToken(key: string, now: number): boolean {
    const bucket = this.buckets.get(key);
    return bucket === undefined || refill(bucket, this.rate, now).tokens >= 1;
  }

  private keep(key: string, bucket: Bucket, now: number): void {
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size <= this.maxKeys) return;
    for (const [other, kept] of this.buckets) {
      if (refill(kept, this.rate, now).tokens >= this.rate.burst) this.buckets.delete(other);
    }
    for (const other of this.buckets.keys()) {
      if (this.buckets.size <= this.maxKeys) break;
      this.buckets.delete(other);
    }
  }
}
