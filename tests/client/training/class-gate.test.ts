import { describe, expect, it } from 'vitest';
import { gateOf } from '@/client/training/class-gate';
import { studentView } from '@/tests/client/live/class-views';

describe('whether a student may train', () => {
  it('goes by what the class says', () => {
    expect(gateOf(null)).toBe('open');
    expect(gateOf(studentView(1))).toBe('open');
    expect(gateOf(studentView(1, { paused: true }))).toBe('held');
    expect(gateOf(studentView(1, { phase: 'lobby' }))).toBe('closed');
    expect(gateOf(studentView(1, { phase: 'ended' }))).toBe('closed');
    const waiting = studentView(1);
    expect(gateOf({ ...waiting, me: { ...waiting.me, membership: 'waiting' } })).toBe('closed');
  });
});
