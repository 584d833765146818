import { describe, expect, it } from 'vitest';
import { isCrash, restartDelay } from '@/server/supervisor';

describe('the supervisor', () => {
  it('waits longer after each crash in a row, and never more than half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 40].map(restartDelay)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('starts again what crashed, not what was stopped or cannot start', () => {
    const killed = { code: null, signal: 'SIGKILL' } as const;
    const failed = { code: 1, signal: null };
    expect(isCrash(killed, true)).toBe(true);
    expect(isCrash(killed, false)).toBe(true);
    expect(isCrash({ code: 134, signal: null }, false)).toBe(true);
    expect(isCrash(failed, true)).toBe(true);
    expect(isCrash(failed, false)).toBe(false);
    expect(isCrash({ code: 0, signal: null }, true)).toBe(false);
  });
});
