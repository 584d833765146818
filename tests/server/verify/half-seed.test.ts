import { expect, it } from 'vitest';
import { halfSeed } from '@/server/verify/half-seed';

it('is the same for a class and a secret, another for any other, and fits 32 bits', () => {
  const seed = halfSeed('one secret', 'class 1');
  expect(seed).toBe(halfSeed('one secret', 'class 1'));
  expect(seed).toBe(seed >>> 0);
  const others = [halfSeed('one secret', 'class 2'), halfSeed('other secret', 'class 1')];
  expect(new Set([seed, ...others]).size).toBe(3);
});
