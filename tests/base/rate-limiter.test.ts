import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimiter } from '@/base/rate-limiter';

import { fullBucket, take } from '@/base/token-bucket';

const RATE = { perSecond: 2, burst: 5 };

describe('a token bucket', () => {
  it('lets a burst through, then the steady rate', () => {
    const limiter = new RateLimiter(RATE);
    const allowed = (count: number, now: number) =>
      Array.from({ length: count }, () => limiter.allow('a', now)).filter(Boolean).length;
    expect(allowed(10, 0)).toBe(5);
    expect(allowed(10, 1_000)).toBe(2);
    expect(allowed(10, 1_499)).toBe(0);
    expect(allowed(10, 1_500)).toBe(1);
    expect(allowed(10, 60_000)).toBe(5);
    expect(limiter.allow('b', 60_000)).toBe(true);
  });

  it('never lets more through than burst + rate × time, and gives nothing for a clock that goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 2_000 }), { maxLength: 200 }), (waits) => {
        let bucket = fullBucket(RATE, 0);
        let now = 0;
        let forward = 0;
        let allowed = 0;
        for (const wait of waits) {
          now += wait;
          forward += Math.max(0, wait);
          const taken = take(bucket, RATE, now);
          bucket = taken.bucket;
          if (taken.allowed) allowed += 1;
          expect(bucket.tokens).toBeGreaterThanOrEqual(0);
          expect(bucket.tokens).toBeLessThanOrEqual(RATE.burst);
        }
        expect(allowed).toBeLessThanOrEqual(RATE.burst + (RATE.perSecond * forward) / 1000 + 1e-6);
      }),
    );
  });

  it('forgets the full ones first, and is bounded', () => {
    const limiter = new RateLimiter(RATE, 3);
    for (let round = 0; round < 5; round += 1) limiter.allow('busy', 1_000);
    limiter.allow('quiet', 0);
    limiter.allow('busy', 10_000 - 9_000);
    for (const key of ['x', 'y', 'z']) limiter.allow(key, 1_100);
    expect(limiter.hasToken('busy', 1_100) && limiter.allow('quiet', 1_100)).toBe(true);
    expect(limiter.hasToken('never seen', 0)).toBe(true);
  });
});

describe('attempts', () => {
  const rule = { burst: 3, perSecond: 1 / 10 };

  it('lets a burst through, then one at a time, each key for itself', () => {
    const limiter = new RateLimiter(rule);
    expect([0, 0, 0].map((now) => limiter.attempt('a', now))).toEqual([null, null, null]);
    expect(limiter.attempt('a', 0)).toBe(10);
    expect(limiter.attempt('a', 4_000)).toBe(6);
    expect(limiter.attempt('b', 0)).toBeNull();
    expect(limiter.attempt('a', 10_000)).toBeNull();
    expect(limiter.attempt('a', 10_000)).toBe(10);
  });

  it('takes an attempt back, and never holds more than the burst', () => {
    const limiter = new RateLimiter(rule);
    for (let round = 0; round < 20; round += 1) {
      expect(limiter.attempt('a', 0)).toBeNull();
      limiter.giveBack('a', 0);
    }
    limiter.giveBack('a', 1e9);
    const taken = [1, 2, 3, 4].map(() => limiter.attempt('a', 1e9));
    expect(taken).toEqual([null, null, null, 10]);
  });

  it('does not mind a clock that goes back', () => {
    const limiter = new RateLimiter(rule);
    expect(limiter.attempt('a', 5_000)).toBeNull();
    expect(limiter.attempt('a', 0)).toBeNull();
  });
});
