/** How much is let through: `perSecond` in the long run, `burst` at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** Tokens that are left (below zero: owed), and when that was true (milliseconds). Plain data: who keeps it decides for whom it counts. */
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
