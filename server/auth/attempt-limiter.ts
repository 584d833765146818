interface Bucket {
  tokens: number;
  at: number;
}

export interface AttemptRule {
  /** Attempts that may come at once. */
  burst: number;
  /** Seconds until one more is free. */
  secondsPerAttempt: number;
}

/** Keys that are remembered; the one longest unused is forgotten first, and is then as good as new. */
const MOST_KEYS = 20_000;

/** Counts attempts by key (an address, an email) in memory. Pure apart from what it remembers: time is passed in, in milliseconds. */
export class AttemptLimiter {
  readonly #rule: AttemptRule;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rule: AttemptRule) {
    this.#rule = rule;
  }

  /** Takes one attempt. Null: go on. A number: seconds until the next may be made. */
  take(key: string, now: number): number | null {
    const bucket = this.#refill(key, now);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * this.#rule.secondsPerAttempt);
    bucket.tokens -= 1;
    return null;
  }

  /** Whether an attempt is left, without taking it. */
  has(key: string, now: number): boolean {
    return this.#refill(key, now).tokens >= 1;
  }

  /** Gives an attempt back: it was not one that counts. */
  giveBack(key: string, now: number): void {
    const bucket = this.#refill(key, now);
    bucket.tokens = Math.min(this.#rule.burst, bucket.tokens + 1);
  }

  #refill(key: string, now: number): Bucket {
    const { burst, secondsPerAttempt } = this.#rule;
    const known = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const gained = Math.max(0, now - known.at) / 1000 / secondsPerAttempt;
    const bucket = { tokens: Math.min(burst, known.tokens + gained), at: now };
    // Last in the map's order: the most recently used.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > MOST_KEYS) this.#buckets.delete(this.#buckets.keys().next().value ?? key);
    return bucket;
  }
}
