import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { historyOf } from '@/classroom/history';
import type { ClassState } from '@/classroom/state';
import { stepsOf } from '@/classroom/steps';
import { type ClassEvent, classEventSchema } from '@/protocol/class-event';
import { USUAL_RACE } from '@/protocol/race';
import { spotlightArgument } from '@/protocol/screen';
import { aClass, asStudent, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';

const BEGIN: ClassCommand = { type: 'class:begin' };
/** What a command leaves, as it is read again. */
function left(state: ClassState, command: ClassCommand, actor: Actor = TEACHER, now = NOW): ClassEvent[] {
  const decision = decide(state, command, actor, context({ now }));
  if (!decision.ok) throw new Error(decision.code);
  return historyOf(state, decision.state, now).map((event) => classEventSchema.parse(event));
}
/** Without what every event bears. */
const told = (events: readonly ClassEvent[]) => events.map(({ at: _at, version: _version, ...rest }) => rest);
const live = () => decided(withStudents(aClass(), 'Ann', 'Ben'), BEGIN, TEACHER);
const nobody = { studentId: null };

describe("a class's history", () => {
  it('begins with how the class begins, each event with its moment and version', () => {
    const events = left(aClass(), BEGIN);
    expect(events[0]).toEqual({ kind: 'begun', at: NOW, version: 2, studentId: null });
    expect(told(events)).toEqual([
      { kind: 'begun', ...nobody },
      { kind: 'step', index: 0, ...nobody },
      { kind: 'pacing', pacing: { mode: 'teacher' }, ...nobody },
      { kind: 'names', ranking: 'named', anonymised: false, onScreen: false, ...nobody },
    ]);
  });

  it('holds steps, pacing, pauses and the countdown, which stands in between', () => {
    const state = decided(live(), { type: 'countdown:set', seconds: 60 }, TEACHER);
    expect(told(left(live(), { type: 'countdown:set', seconds: 60 }))).toEqual([
      { kind: 'countdown', left: 60_000, ...nobody },
    ]);
    expect(told(left(state, { type: 'class:pause' }, TEACHER, NOW + 20_000))).toEqual([
      { kind: 'paused', ...nobody },
      { kind: 'countdown', left: 40_000, ...nobody },
    ]);
    const paused = decided(state, { type: 'class:pause' }, TEACHER, context({ now: NOW + 20_000 }));
    expect(told(left(paused, { type: 'class:resume' }, TEACHER, NOW + 90_000))).toEqual([
      { kind: 'resumed', ...nobody },
      { kind: 'countdown', left: 40_000, ...nobody },
    ]);
    expect(told(left(state, { type: 'countdown:stop' }))).toEqual([
      { kind: 'countdown', left: null, ...nobody },
    ]);
    const race = { ...USUAL_RACE, metric: 'weights' as const };
    expect(told(left(live(), { type: 'race:set', rules: race }))).toEqual([
      { kind: 'race', rules: race, ...nobody },
    ]);
    // Rules of before the beginning stand with it.
    expect(told(left({ ...aClass(), race }, BEGIN))).toContainEqual({ kind: 'race', rules: race, ...nobody });
    const pacing = { mode: 'range', first: 2, last: 3 } as const;
    expect(told(left(live(), { type: 'class:pace', pacing }))).toEqual([
      { kind: 'step', index: 2, ...nobody },
      { kind: 'pacing', pacing, ...nobody },
    ]);
    expect(told(left(live(), { type: 'class:end' }))).toEqual([{ kind: 'ended', ...nobody }]);
  });

  it('holds what the projector showed, whose bench it was apart from it, and that it went back by itself', () => {
    const spotlight = spotlightArgument(idOf(1), true);
    const show = { type: 'screen:show', view: 'spotlight', argument: spotlight, pinned: false } as const;
    expect(told(left(live(), show))).toEqual([
      { kind: 'screen', view: 'spotlight', argument: 'named', studentId: idOf(1) },
    ]);
    expect(told(left(decided(live(), show, TEACHER), { type: 'step:next' }))).toEqual([
      { kind: 'step', index: 1, ...nobody },
      { kind: 'screen', view: 'auto', argument: null, ...nobody },
    ]);
  });

  it('holds who came, left and was sent out, what was kept and what was handed', () => {
    const join = { type: 'student:join', studentId: idOf(3), secretHash: 'h', nickname: 'Cy' } as const;
    const membership = (index: number, what: string) => ({
      kind: 'membership',
      membership: what,
      studentId: idOf(index),
    });
    expect(told(left(live(), join, { kind: 'newcomer' }))).toEqual([membership(3, 'in')]);
    expect(told(left(live(), { type: 'student:leave' }, asStudent(1)))).toEqual([membership(1, 'left')]);
    expect(told(left(live(), { type: 'student:remove', studentId: idOf(2) }))).toEqual([
      membership(2, 'removed'),
    ]);
    const sight = { stepId: 'train', works: [] };
    const keep = { type: 'snapshot:keep', snapshotId: idOf(9), studentId: idOf(1), sight } as const;
    expect(told(left(live(), keep, SERVER))).toEqual([
      { kind: 'snapshot', snapshotId: idOf(9), studentId: idOf(1) },
    ]);
    const hand = (to: string[] | null): ClassCommand => ({
      ...{ type: 'setup:hand', setUpId: idOf(8), stepId: stepId(live()), to },
      works: [{ name: 'draft', text: '{}' }],
    });
    expect(told(left(live(), hand(null)))).toEqual([{ kind: 'set-up', to: null, ...nobody }]);
    expect(told(left(live(), hand([idOf(1), idOf(2)])))).toEqual([{ kind: 'set-up', to: 2, ...nobody }]);
  });

  it('has nothing of what is kept elsewhere, and never a name', () => {
    const message = { type: 'message:send', id: idOf(7), text: 'Ann, look', to: 'all' } as const;
    expect(left(live(), message)).toEqual([]);
    expect(left(live(), { type: 'student:rename', studentId: idOf(1), nickname: 'Zoe' })).toEqual([]);
    const names = withStudents(aClass(), 'Ann');
    expect(JSON.stringify(historyOf(aClass(), names, NOW))).not.toContain('Ann');
  });

  it('is read strictly', () => {
    const event = { kind: 'step', at: 1, version: 2, studentId: null, index: 1 };
    expect(classEventSchema.safeParse(event).success).toBe(true);
    const wrong = fc.constantFrom(
      { ...event, index: 99 },
      { ...event, more: 1 },
      { ...event, kind: 'other' },
      { ...event, at: -1 },
      { ...event, studentId: 'Ann' },
      { kind: 'paused', at: 1, version: 2 },
    );
    fc.assert(fc.property(wrong, (one) => !classEventSchema.safeParse(one).success));
  });
});

const stepId = (state: ClassState) => stepsOf(state)[state.stepIndex]!.id;
