import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { nextSitting } from '@/classroom/sittings';
import type { ClassState } from '@/classroom/state';
import {
  aClass,
  aScore,
  asStudent,
  context,
  decided,
  idOf,
  join,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';

const ask = (type: 'remove' | 'ban' | 'forgive' | 'admit', index: number): ClassCommand => ({
  type: `student:${type}`,
  studentId: idOf(index),
});
const teacher = (state: ClassState, ...asked: ClassCommand[]) =>
  asked.reduce((so, command) => decided(so, command, TEACHER), state);
const refusalOf = (state: ClassState, command: ClassCommand, actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const ada = (state: ClassState) => state.students[idOf(1)]!;

describe('taking a removal or a ban back', () => {
  it('makes a student what it was, with name, mark and place on the board, whatever has been done to it since', () => {
    const before = decided(
      withStudents(aClass(), 'Ada', 'Ben'),
      { type: 'score:record', score: aScore(1, 0.9) },
      SERVER,
    );
    for (const way of [['remove'], ['ban'], ['remove', 'ban']] as const) {
      const gone = teacher(before, ...way.map((what) => ask(what, 1)));
      expect(refusalOf(gone, { type: 'student:return' }, asStudent(1))).toMatch(/^student-(removed|banned)$/);
      const back = teacher(gone, ask('forgive', 1));
      expect(back).toEqual({ ...before, version: back.version });
      expect(decided(back, { type: 'student:return' }, asStudent(1))).toBe(back);
    }
  });

  it('stands neither behind the lock nor in the waiting room; who waited, waits again', () => {
    const shut = { locked: true, approvalRequired: true };
    const inside = { ...withStudents(aClass(), 'Ada'), ...shut };
    expect(ada(teacher(inside, ask('ban', 1), ask('forgive', 1))).membership).toBe('in');
    const waiting = withStudents(aClass({ approvalRequired: true }), 'Ada');
    expect(ada(teacher(waiting, ask('remove', 1), ask('forgive', 1))).membership).toBe('waiting');
  });

  it('is of no effect on who is in, and refused where the name or the seat is somebody else’s by now', () => {
    const state = withStudents(aClass({ maxStudents: 2 }), 'Ada');
    expect(decided(state, ask('forgive', 1), TEACHER)).toBe(state);
    expect(refusalOf(state, ask('forgive', 9))).toBe('unknown-student');
    const removed = teacher(state, ask('remove', 1));
    const again = decided(removed, join(2, 'ADA'), { kind: 'newcomer' });
    expect(refusalOf(again, ask('forgive', 1))).toBe('nickname-taken');
    const renamed = teacher(again, { type: 'student:rename', studentId: idOf(1), nickname: 'Ada L.' });
    expect(ada(teacher(renamed, ask('forgive', 1)))).toMatchObject({ membership: 'in', nickname: 'Ada L.' });
    const full = decided(renamed, join(3, 'Cleo'), { kind: 'newcomer' });
    expect(refusalOf(full, ask('forgive', 1))).toBe('class-full');
    // The name of who is banned stays barred, so that nothing stands in the way.
    expect(refusalOf(teacher(state, ask('ban', 1)), join(2, 'Ada'), { kind: 'newcomer' })).toBe(
      'nickname-taken',
    );
  });

  it('does not turn a ban into a removal, which would let the name go', () => {
    expect(refusalOf(teacher(withStudents(aClass(), 'Ada'), ask('ban', 1)), ask('remove', 1))).toBe(
      'unknown-student',
    );
  });

  it('undoes a sweep of newcomers, one by one or all at once', () => {
    const state = withStudents(aClass(), 'Ada', 'Ben');
    const nobody = context({ students: { isHere: () => true, hasWorked: () => false } });
    const swept = decided(state, { type: 'newcomers:remove', since: NOW }, TEACHER, nobody);
    expect(Object.values(swept.students).map(({ membership }) => membership)).toEqual(['removed', 'removed']);
    expect(teacher(swept, ask('forgive', 1), ask('forgive', 2)).students).toEqual(state.students);
    expect(teacher(swept, { type: 'newcomers:forgive', since: NOW }).students).toEqual(state.students);
    expect(teacher(swept, { type: 'newcomers:forgive', since: NOW + 1 })).toBe(swept);
    // Who was banned is not among them; whose name is somebody else's by now stays out.
    const banned = teacher(swept, ask('ban', 1));
    const taken = decided(banned, join(3, 'Ben'), { kind: 'newcomer' });
    expect(teacher(taken, { type: 'newcomers:forgive', since: NOW })).toBe(taken);
  });

  it('takes back with a sweep who went with it, and nobody who was sent out before or after', () => {
    const nobody = context({ students: { isHere: () => true, hasWorked: () => false } });
    const sweep = { type: 'newcomers:remove', since: NOW } as const;
    const undo = { type: 'newcomers:forgive', since: NOW } as const;
    const memberships = (so: ClassState) => Object.values(so.students).map(({ membership }) => membership);
    const before = teacher(withStudents(aClass(), 'Ada', 'Ben', 'Cleo'), ask('remove', 1));
    const swept = decided(before, sweep, TEACHER, nobody);
    expect(memberships(swept)).toEqual(['removed', 'removed', 'removed']);
    expect(memberships(teacher(swept, undo))).toEqual(['removed', 'in', 'in']);
    expect(memberships(teacher(swept, ask('forgive', 2), ask('remove', 2), undo))).toEqual([
      'removed',
      'removed',
      'in',
    ]);
    // Taken back once, it is over.
    const again = teacher(swept, undo, ask('remove', 3));
    expect(teacher(again, undo)).toBe(again);
  });

  it('holds in the next sitting of a group: who was banned is absent once it is forgiven', () => {
    const group = {
      id: 'g',
      code: 'ABCDEF',
      name: '7b',
      teacherId: 'teacher',
      coOwners: [],
      createdAt: NOW,
      archivedAt: null,
      version: 1,
    };
    const banned = teacher(withStudents(aClass({ groupId: 'g' }), 'Ada'), ask('ban', 1));
    const next = nextSitting(
      group,
      { id: 'c2', lessonId: 'loss', dataset: null, maxStudents: 40 },
      banned,
      NOW + 9,
    );
    expect(refusalOf(next, { type: 'student:return' }, asStudent(1))).toBe('student-banned');
    const forgiven = teacher(next, ask('forgive', 1));
    expect(ada(forgiven)).toMatchObject({ membership: 'absent', sentOutFrom: null });
    expect(ada(decided(forgiven, { type: 'student:return' }, asStudent(1))).membership).toBe('in');
  });
});
