import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { viewForScreen } from '@/classroom/view';
import { commandSchema } from '@/protocol/commands';
import { leftOf } from '@/protocol/countdown';
import { aClass, asStudent, context, decided, NOW, TEACHER } from './made-states';

const live = (given: Partial<ClassState> = {}) => aClass({ phase: 'live', startedAt: NOW, ...given });
const later = (ms: number) => context({ now: NOW + ms });
const set = (seconds: number): ClassCommand => ({ type: 'countdown:set', seconds });
const add = (seconds: number): ClassCommand => ({ type: 'countdown:add', seconds });

describe('a countdown', () => {
  it('ends at a moment of the class’s clock, on every screen the same', () => {
    const state = decided(live(), set(120), TEACHER);
    expect(state.countdown).toEqual({ endsAt: NOW + 120_000 });
    expect(viewForScreen(state).class.countdown).toEqual({ endsAt: NOW + 120_000 });
    expect(leftOf(state.countdown!, NOW + 30_000)).toBe(90_000);
    expect(leftOf(state.countdown!, NOW + 130_000)).toBe(0);
  });

  it('is given more of what is left, begins anew once it is over, and has an upper end', () => {
    const state = decided(live(), set(120), TEACHER);
    expect(decided(state, add(60), TEACHER, later(30_000)).countdown).toEqual({ endsAt: NOW + 180_000 });
    expect(decided(state, add(60), TEACHER, later(500_000)).countdown).toEqual({ endsAt: NOW + 560_000 });
    expect(decided(live(), add(60), TEACHER).countdown).toEqual({ endsAt: NOW + 60_000 });
    const long = decided(live(), set(3 * 3_600), TEACHER);
    expect(decided(long, add(3_600), TEACHER).countdown).toEqual({ endsAt: NOW + 3 * 3_600_000 });
  });

  it('stands while the class is paused, and goes on with what was left', () => {
    const state = decided(live(), set(120), TEACHER);
    const paused = decided(state, { type: 'class:pause' }, TEACHER, later(20_000));
    expect(paused.countdown).toEqual({ left: 100_000 });
    expect(decided(paused, { type: 'class:pause' }, TEACHER, later(25_000))).toBe(paused);
    expect(decided(paused, add(60), TEACHER, later(30_000)).countdown).toEqual({ left: 160_000 });
    expect(decided(paused, set(10), TEACHER, later(30_000)).countdown).toEqual({ left: 10_000 });
    const resumed = decided(paused, { type: 'class:resume' }, TEACHER, later(900_000));
    expect(resumed.countdown).toEqual({ endsAt: NOW + 1_000_000 });
  });

  it('stays over through a pause', () => {
    const state = decided(live(), set(10), TEACHER);
    const paused = decided(state, { type: 'class:pause' }, TEACHER, later(20_000));
    expect(paused.countdown).toEqual({ endsAt: NOW + 10_000 });
    expect(decided(paused, { type: 'class:resume' }, TEACHER, later(30_000)).countdown).toEqual({
      endsAt: NOW + 10_000,
    });
  });

  it('goes along to another step while it runs; one that is over stays behind', () => {
    const state = decided(live(), set(60), TEACHER);
    const next = { type: 'step:next' } as const;
    expect(decided(state, next, TEACHER, later(59_999)).countdown).toEqual(state.countdown);
    expect(decided(state, next, TEACHER, later(60_000)).countdown).toBeNull();
    const again = { type: 'step:go', index: state.stepIndex } as const;
    expect(decided(state, again, TEACHER, later(60_000)).countdown).toEqual(state.countdown);
    const free = { type: 'class:pace', pacing: { mode: 'range', first: 1, last: 2 } } as const;
    expect(decided(state, free, TEACHER, later(60_000)).countdown).toBeNull();
  });

  it('is stopped, and gone with the beginning and the end of the class', () => {
    const lobby = decided(aClass(), set(60), TEACHER);
    expect(lobby.countdown).toEqual({ endsAt: NOW + 60_000 });
    expect(decided(lobby, { type: 'class:begin' }, TEACHER).countdown).toBeNull();
    const state = decided(live(), set(60), TEACHER);
    expect(decided(state, { type: 'countdown:stop' }, TEACHER).countdown).toBeNull();
    expect(decided(state, { type: 'class:end' }, TEACHER).countdown).toBeNull();
    const ended = live({ phase: 'ended' });
    expect(decide(ended, set(60), TEACHER, context())).toEqual({ ok: false, code: 'wrong-phase' });
    expect(decide(state, set(60), asStudent(1), context())).toEqual({ ok: false, code: 'not-allowed' });
  });

  it.each([0, 9, 10.5, 3 * 3_600 + 1, Number.NaN, -60])('of %d seconds is none', (seconds) => {
    for (const type of ['countdown:set', 'countdown:add'])
      expect(commandSchema.safeParse({ type, seconds }).success).toBe(false);
  });
});
