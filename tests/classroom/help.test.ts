import { describe, expect, test } from 'vitest';
import { decide } from '@/classroom/decide';
import { lastMoment } from '@/classroom/last-moment';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LIMITS } from '@/protocol/limits';
import { aClass, asStudent, context, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const live = () => withStudents(aClass({ phase: 'live' }), 'Mia', 'Ken', 'Zoe');
const need = { type: 'help:ask', kind: 'need' } as const;
const can = { type: 'help:ask', kind: 'can' } as const;
const pair = (studentId: string, helperId: string) => ({ type: 'help:pair', studentId, helperId }) as const;
const [MIA, KEN, ZOE] = [idOf(1), idOf(2), idOf(3)] as const;
const refusalOf = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const later = (ms: number) => context({ now: NOW + ms });
const callOf = (state: ClassState, id: string) =>
  viewForTeacher(state).helps.find(({ studentId }) => studentId === id);

describe('help', () => {
  test('is asked for once, and taken back; who says the other takes the first back', () => {
    const asked = decided(live(), need, asStudent(1), later(5));
    expect(callOf(asked, MIA)).toMatchObject({ kind: 'need', askedAt: NOW + 5, number: 1, endedAt: null });
    expect(decided(asked, need, asStudent(1), later(9))).toBe(asked);
    const offered = decided(asked, can, asStudent(1), later(10));
    expect(callOf(offered, MIA)).toMatchObject({ kind: 'can', number: 2, endedAt: null });
    expect(Object.values(offered.helps)[0]).toMatchObject({ kind: 'need', endedAt: NOW + 10 });
    const none = decided(offered, { type: 'help:end' }, asStudent(1), later(20));
    expect(callOf(none, MIA)?.endedAt).toBe(NOW + 20);
    expect(viewForStudent(none, MIA)!.help).toBeNull();
    expect(decided(none, { type: 'help:end' }, asStudent(1))).toBe(none);
    expect(lastMoment(none)).toBe(NOW + 20);
  });

  test('I4: a pair is told to its two by mark, by name only where students see names, and to nobody else', () => {
    const asked = decided(decided(live(), need, asStudent(1)), can, asStudent(2));
    const paired = decided(asked, pair(MIA, KEN), TEACHER, later(50));
    expect(viewForStudent(paired, MIA)!.help).toEqual({
      kind: 'need',
      askedAt: NOW,
      partner: { mark: paired.students[KEN]!.mark, nickname: 'Ken' },
    });
    expect(viewForStudent(paired, KEN)!.help).toMatchObject({ kind: 'can', partner: { nickname: 'Mia' } });
    expect(viewForStudent(paired, ZOE)!.help).toBeNull();
    for (const hidden of [
      { ...paired, anonymised: true },
      { ...paired, ranking: 'anonymous' as const },
    ])
      expect(viewForStudent(hidden, MIA)!.help!.partner!.nickname).toBeNull();
    expect(JSON.stringify(viewForScreen(paired))).not.toContain('help');
  });

  test('a pair ends by either and by the teacher, for both', () => {
    const paired = decided(decided(live(), need, asStudent(1)), pair(MIA, KEN), TEACHER, later(50));
    // The helper need not have offered.
    expect(callOf(paired, KEN)).toMatchObject({ kind: 'can', partnerId: MIA, pairedAt: NOW + 50 });
    for (const [command, actor] of [
      [{ type: 'help:end' }, asStudent(1)],
      [{ type: 'help:end' }, asStudent(2)],
      [{ type: 'help:close', studentId: MIA }, TEACHER],
      [{ type: 'help:close', studentId: KEN }, TEACHER],
    ] as const) {
      const over = decided(paired, command, actor, later(99));
      expect([callOf(over, MIA)?.endedAt, callOf(over, KEN)?.endedAt]).toEqual([NOW + 99, NOW + 99]);
      expect([viewForStudent(over, MIA)!.help, viewForStudent(over, KEN)!.help]).toEqual([null, null]);
    }
  });

  test('whose partner has gone waits again, and can be helped by another', () => {
    const paired = decided(decided(live(), need, asStudent(1)), pair(MIA, KEN), TEACHER);
    const alone = decided(paired, { type: 'student:leave' }, asStudent(2));
    expect(viewForStudent(alone, MIA)!.help!.partner).toBeNull();
    expect(callOf(alone, MIA)).toMatchObject({ partnerId: null, pairedAt: null, endedAt: null });
    expect(callOf(alone, KEN)).toBeUndefined();
    const again = decided(alone, pair(MIA, ZOE), TEACHER);
    expect(viewForStudent(again, MIA)!.help!.partner).toMatchObject({ nickname: 'Zoe' });
  });

  test('only who asks is helped, by somebody who needs none, and only one helps', () => {
    const asked = decided(live(), need, asStudent(1));
    expect(refusalOf(asked, pair(ZOE, KEN))).toBe('no-help-asked');
    expect(refusalOf(asked, pair(MIA, MIA))).toBe('unknown-student');
    expect(refusalOf(asked, pair(MIA, idOf(9)))).toBe('unknown-student');
    expect(refusalOf(asked, pair(MIA, KEN), asStudent(2))).toBe('not-allowed');
    const both = decided(asked, need, asStudent(2));
    expect(refusalOf(both, pair(MIA, KEN))).toBe('help-paired');
    const paired = decided(asked, pair(MIA, KEN), TEACHER);
    expect(refusalOf(paired, pair(MIA, ZOE))).toBe('help-paired');
    expect(refusalOf(decided(paired, need, asStudent(3)), pair(ZOE, KEN))).toBe('help-paired');
    expect(refusalOf(paired, need, asStudent(2))).toBe('help-paired');
    expect(refusalOf({ ...asked, phase: 'ended' }, pair(MIA, KEN))).toBe('class-ended');
    expect(refusalOf({ ...asked, phase: 'lobby' }, need, asStudent(3))).toBe('wrong-phase');
  });

  test('keeps how it stood before and after', () => {
    const how = (activity: 'stuck' | 'training') =>
      context({
        students: {
          isHere: () => true,
          hasWorked: () => true,
          howIs: () => ({ activity, finding: activity === 'stuck' ? 'dead-units' : null }),
        },
      });
    const asked = decided(live(), need, asStudent(1), how('stuck'));
    const over = decided(asked, { type: 'help:end' }, asStudent(1), how('training'));
    expect(callOf(over, MIA)).toMatchObject({
      before: { activity: 'stuck', finding: 'dead-units', result: null },
      after: { activity: 'training', finding: null },
    });
  });

  test('comes to an end', () => {
    let state = live();
    for (let i = 0; i < LIMITS.helpCallsPerStudent; i += 1)
      state = decided(decided(state, need, asStudent(1)), { type: 'help:end' }, asStudent(1));
    expect(refusalOf(state, need, asStudent(1))).toBe('too-many-calls');
  });
});
