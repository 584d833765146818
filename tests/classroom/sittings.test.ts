import { describe, expect, it } from 'vitest';
import { changeGroup, createGroup, type Group } from '@/classroom/groups';
import { addOwner, isOwner, removeOwner } from '@/classroom/owners';
import { nextSitting } from '@/classroom/sittings';
import type { ClassState } from '@/classroom/state';
import { viewForTeacher } from '@/classroom/view';
import { aClass, asStudent, context, decided, idOf, join, NOW, TEACHER, withStudents } from './made-states';

const group: Group = {
  ...createGroup({ id: 'g1', code: 'GHJKMN', name: '7b', teacherId: 'teacher' }, NOW),
  coOwners: ['colleague'],
};
const WEEK = 7 * 24 * 3_600_000;
const made = { id: 'c2', lessonId: 'loss', dataset: null, maxStudents: 40 };
const following = (last: ClassState) => nextSitting(group, made, last, NOW + WEEK);
const memberships = ({ students }: ClassState) =>
  Object.fromEntries(Object.values(students).map(({ nickname, membership }) => [nickname, membership]));
const later = context({ now: NOW + WEEK });

describe('the next sitting of a group', () => {
  it('is the first with nobody in it, and has the group’s code and owners', () => {
    const first = nextSitting(group, made, null, NOW);
    expect(first).toMatchObject({
      ...{ id: 'c2', groupId: 'g1', code: 'GHJKMN', teacherId: 'teacher', coOwners: ['colleague'] },
      ...{ phase: 'lobby', students: {}, version: 1, createdAt: NOW },
    });
  });

  it('takes everybody along with name, mark and secret, and the room as it was left', () => {
    const room = { approvalRequired: true, locked: true, anonymised: true, ranking: 'off' } as const;
    const last = { ...withStudents(aClass(), 'Ada', 'Ben'), ...room, stepIndex: 3, paused: true };
    const next = following(last);
    expect(next).toMatchObject({ ...room, stepIndex: 0, paused: false, scores: [], results: {} });
    expect(next.students[idOf(1)]).toEqual({ ...last.students[idOf(1)]!, membership: 'absent' });
    expect(Object.keys(next.students)).toEqual([idOf(1), idOf(2)]);
  });

  it('tells who waits, had left, was removed or banned from who belongs to the group', () => {
    let last = withStudents(aClass(), 'Ada', 'Ben', 'Cleo', 'Dan');
    last = decided(last, { type: 'student:leave' }, asStudent(2));
    last = decided(last, { type: 'student:remove', studentId: idOf(3) }, TEACHER);
    last = decided(last, { type: 'student:ban', studentId: idOf(4) }, TEACHER);
    last = decided(last, { type: 'class:require-approval', required: true }, TEACHER);
    last = decided(last, join(5, 'Eve'), { kind: 'newcomer' });
    const next = following(last);
    expect(memberships(next)).toEqual({ Ada: 'absent', Ben: 'left', Dan: 'banned', Eve: 'waiting' });
    // And the sitting after that, to which nobody came.
    expect(memberships(following(next))).toEqual(memberships(next));
  });

  it('lets its students in through a locked door and past the waiting room, and nobody else', () => {
    const last = { ...withStudents(aClass(), 'Ada'), locked: true, approvalRequired: true };
    const next = following(last);
    const back = decided(next, { type: 'student:return' }, asStudent(1), later);
    expect(back.students[idOf(1)]).toEqual({ ...next.students[idOf(1)]!, membership: 'in' });
    // When they came first says who is new here: they are not.
    expect(back.students[idOf(1)]!.joinedAt).toBe(NOW);
    expect(decided(next, join(1, 'Ada'), { kind: 'newcomer' }, later).students[idOf(1)]!.membership).toBe(
      'in',
    );
    expect(() => decided(next, join(2, 'Ben'), { kind: 'newcomer' }, later)).toThrow('class-locked');
    expect(() =>
      decided({ ...next, maxStudents: 0 }, { type: 'student:return' }, asStudent(1), later),
    ).toThrow('class-full');
    const over: ClassState = { ...next, phase: 'ended' };
    expect(decided(over, { type: 'student:return' }, asStudent(1), later)).toBe(over);
  });

  it('keeps the nickname and the mark of whoever has not come', () => {
    const next = following(withStudents(aClass(), 'Ada'));
    expect(() => decided(next, join(2, 'ADA'), { kind: 'newcomer' }, later)).toThrow('nickname-taken');
    const joined = decided(next, join(2, 'Ben'), { kind: 'newcomer' }, later);
    expect(joined.students[idOf(2)]!.mark).not.toEqual(joined.students[idOf(1)]!.mark);
  });

  it('counts and forgets nobody who is absent, and lets the teacher rename, remove and give the place back', () => {
    const next = following(withStudents(aClass(), 'Ada', 'Ben'));
    expect(viewForTeacher(next).class).toMatchObject({ studentCount: 0, hereCount: 0, groupId: 'g1' });
    const crowded = { ...next, maxStudents: 1 };
    const nobody = { isHere: () => false, hasWorked: () => false };
    const joined = decided(crowded, join(3, 'Cleo'), { kind: 'newcomer' }, context({ students: nobody }));
    const full = decided(joined, join(4, 'Dan'), { kind: 'newcomer' }, context({ students: nobody }));
    expect(memberships(full)).toEqual({ Ada: 'absent', Ben: 'absent', Dan: 'in' });
    const renamed = decided(next, { type: 'student:rename', studentId: idOf(1), nickname: 'Adele' }, TEACHER);
    const gone = decided(renamed, { type: 'student:remove', studentId: idOf(2) }, TEACHER);
    expect(memberships(gone)).toEqual({ Adele: 'absent', Ben: 'removed' });
    const back = decided(
      gone,
      { type: 'student:take-back', studentId: idOf(1), secretHash: 'new' },
      { kind: 'server' },
    );
    expect(back.students[idOf(1)]).toMatchObject({ membership: 'in', secretHash: 'new', nickname: 'Adele' });
  });
});

describe('a group', () => {
  it('is renamed, put away and brought back, and stays the same where nothing changes', () => {
    const put = (given: Parameters<typeof changeGroup>[1], from = group) => {
      const decision = changeGroup(from, given, NOW + 1);
      if (!decision.ok) throw new Error(decision.code);
      return decision.state;
    };
    expect(put({ name: '8b' })).toEqual({ ...group, name: '8b' });
    const archived = put({ archived: true });
    expect(archived.archivedAt).toBe(NOW + 1);
    expect(put({ archived: true }, archived)).toBe(archived);
    expect(put({ archived: false }, archived).archivedAt).toBeNull();
    expect(put({ name: '7b', archived: false })).toBe(group);
  });

  it('has owners by the same rule as a class', () => {
    expect([isOwner(group, 'colleague'), isOwner(group, 'somebody')]).toEqual([true, false]);
    expect(addOwner(group, 'third')).toMatchObject({ ok: true, state: { coOwners: ['colleague', 'third'] } });
    expect(removeOwner(group, 'teacher')).toMatchObject({
      ok: true,
      state: { teacherId: 'colleague', coOwners: [] },
    });
  });
});
