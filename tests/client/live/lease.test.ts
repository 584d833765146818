import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Leases } from '@/client/live/lease';

describe('leases', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function make() {
    const ended: string[] = [];
    let made = 0;
    const leases = new Leases<string>((thing) => ended.push(thing), 1_000);
    return { ended, leases, take: () => leases.take('key', () => `thing ${++made}`) };
  }

  it('share one thing, which outlives its last holder for a moment', () => {
    const { ended, leases, take } = make();
    expect([take(), take()]).toEqual(['thing 1', 'thing 1']);
    leases.release('key');
    vi.advanceTimersByTime(5_000);
    leases.release('key');
    vi.advanceTimersByTime(999);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual(['thing 1']);
    expect(take()).toBe('thing 2');
  });

  it('survive letting go and taking again at once, as StrictMode does', () => {
    const { ended, leases, take } = make();
    take();
    leases.release('key');
    expect(take()).toBe('thing 1');
    vi.advanceTimersByTime(5_000);
    expect(ended).toEqual([]);
  });

  it('can be ended at once where nobody holds them', () => {
    const { ended, leases, take } = make();
    take();
    leases.take('other', () => 'other');
    leases.release('other');
    leases.release('key');
    leases.take('held', () => 'held');
    leases.dropIdle('key');
    expect(ended).toEqual(['other']);
  });

  it('hand an offered thing to the first who takes it, or end it', () => {
    const { ended, leases, take } = make();
    leases.offer('key', 'joined', 20_000);
    expect(take()).toBe('joined');
    vi.advanceTimersByTime(60_000);
    expect(ended).toEqual([]);
    leases.offer('key', 'newer', 20_000);
    expect(ended).toEqual(['joined']);
    vi.advanceTimersByTime(20_000);
    expect(ended).toEqual(['joined', 'newer']);
  });
});
