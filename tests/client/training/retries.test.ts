import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Retries } from '@/client/training/retries';

describe('retries', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits twice as long each time, at most half a minute, and gives up in the end', () => {
    const at: number[] = [];
    const begun = Date.now();
    const retries = new Retries(() => {
      at.push(Math.round((Date.now() - begun) / 1_000));
      retries.failed();
    });
    retries.failed();
    vi.runAllTimers();
    expect(at).toEqual([1, 3, 7, 15, 31, 61, 91, 121]);
    expect(retries.pending).toBe(true);
  });

  it('begins anew once it has worked, and is silent when stopped', () => {
    const again = vi.fn();
    const retries = new Retries(again);
    retries.failed();
    vi.advanceTimersByTime(1_000);
    retries.failed();
    vi.advanceTimersByTime(1_999);
    expect(again).toHaveBeenCalledTimes(1);
    retries.worked();
    vi.runAllTimers();
    expect(again).toHaveBeenCalledTimes(1);
    expect(retries.pending).toBe(false);
    retries.failed();
    vi.advanceTimersByTime(1_000);
    expect(again).toHaveBeenCalledTimes(2);
    retries.failed();
    retries.stop();
    vi.runAllTimers();
    expect(again).toHaveBeenCalledTimes(2);
  });
});
