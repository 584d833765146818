/** How much is let through: `perSecond` in the long run, `burst` at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** Tokens that are left, and when that was true (milliseconds). Plain data: who keeps it decides for whom it counts. */
export interface Bucket {
  tokens: number;
  at: number;
}

/** A bucket that nobody has used. */
export function fullBucket(rate: Rate, now: number): Bucket {
  return { tokens: rate.burst, at: now };
}

/** The bucket as it is now. A clock that was set back fills nothing and takes nothing away. */
export function refill(bucket: Bucket, rate: Rate, now: number): Bucket {
  const seconds = Math.max(0, now - bucket.at) / 1000;
  return { tokens: Math.min(rate.burst, bucket.tokens + seconds * rate.perSecond), at: now };
}

/** Takes one token, if there is one. Pure: the caller keeps `bucket`. */
export function take(bucket: Bucket, rate: Rate, now: number): { allowed: boolean; bucket: Bucket } {
  const filled = refill(bucket, rate, now);
  return filled.tokens >= 1
    ? { allowed: true, bucket: { ...filled, tokens: filled.tokens - 1 } }
    : { allowed: false, bucket: filled };
}

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
