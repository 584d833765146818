import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';
import { MARK_COLOURS, MARK_GLYPHS } from '@/protocol/views';
import { aClass, asStudent, context, decided, idOf, join, TEACHER, withStudents } from './made-states';

const newcomer = { kind: 'newcomer' } as const;
const refusalOf = (
  state: ClassState,
  ...rest: [Parameters<typeof decide>[1], Parameters<typeof decide>[2]]
) => {
  const decision = decide(state, ...rest, context());
  return decision.ok ? null : decision.code;
};
const membershipOf = (state: ClassState, index: number) => state.students[idOf(index)]!.membership;

describe('joining', () => {
  it('is the same join, however often it is asked with the same secret', () => {
    const once = withStudents(aClass(), 'Ada');
    expect(decided(once, join(1, 'Other name'), newcomer)).toBe(once);
    const thief = { ...join(1, 'Ada'), secretHash: 'another' } as ReturnType<typeof join>;
    expect(refusalOf(once, thief, newcomer)).toBe('not-allowed');
  });

  it('refuses names that look alike, are unfit, or are none', () => {
    const state = withStudents(aClass(), 'Paul');
    for (const name of ['paul', 'ＰＡＵＬ', 'Р\u0430ul', 'P a u l', 'Paul\u2800', 'pau1'])
      expect([name, refusalOf(state, join(2, name), newcomer)]).toEqual([name, 'nickname-taken']);
    expect(refusalOf(state, join(2, 'Rude boy'), newcomer)).toBe('nickname-refused');
    for (const name of ['', ' ', '\u200b', '...', 'x'.repeat(21)])
      expect(refusalOf(state, join(2, name), newcomer)).toBe('nickname-invalid');
  });

  it('stops at the limit, counting those who wait, and at a locked or ended class', () => {
    const waiting = aClass({ maxStudents: 2, approvalRequired: true });
    const full = withStudents(waiting, 'A1', 'B2');
    expect(membershipOf(full, 1)).toBe('waiting');
    expect(refusalOf(full, join(3), newcomer)).toBe('class-full');
    expect(refusalOf({ ...waiting, locked: true }, join(1), newcomer)).toBe('class-locked');
    expect(refusalOf({ ...waiting, phase: 'ended' }, join(1), newcomer)).toBe('class-ended');
  });

  it('ends somewhere, though somebody joins and leaves again and again', () => {
    const gone = Object.fromEntries(
      Array.from({ length: LIMITS.identitiesPerClass - 1 }, (_, index) => [
        idOf(index + 10),
        {
          ...withStudents(aClass(), 'Ada').students[idOf(1)]!,
          id: idOf(index + 10),
          membership: 'left' as const,
        },
      ]),
    );
    const state = decided(aClass({ students: gone }), join(1), newcomer);
    expect(refusalOf(state, join(2), newcomer)).toBe('class-full');
    expect(decided(state, join(1), newcomer)).toBe(state);
  });

  it('gives each a mark of its own while there are any, neighbours differing in both', () => {
    const names = Array.from({ length: MARK_COLOURS * MARK_GLYPHS }, (_, index) => `N${index} of all`);
    const state = withStudents(aClass({ maxStudents: 400 }), ...names);
    const marks = Object.values(state.students).map(({ mark }) => mark);
    expect(new Set(marks.map(({ colour, glyph }) => `${colour} ${glyph}`)).size).toBe(names.length);
    for (const [index, mark] of marks.slice(1).entries()) {
      expect(mark.colour).not.toBe(marks[index]!.colour);
      expect(mark.glyph).not.toBe(marks[index]!.glyph);
    }
    const oneMore = decided(state, join(200), newcomer).students[idOf(200)]!.mark;
    expect(oneMore.colour).toBeLessThan(MARK_COLOURS);
    expect(oneMore.glyph).toBeLessThan(MARK_GLYPHS);
  });
});

describe('leaving and coming back', () => {
  it('keeps identity and frees the name', () => {
    const left = decided(withStudents(aClass(), 'Ada'), { type: 'student:leave' }, asStudent(1));
    expect(membershipOf(left, 1)).toBe('left');
    const taken = decided(left, join(2, 'Ada'), newcomer);
    expect(refusalOf(taken, { type: 'student:return' }, asStudent(1))).toBe('nickname-taken');
    expect(membershipOf(decided(left, { type: 'student:return' }, asStudent(1)), 1)).toBe('in');
    expect(refusalOf({ ...left, locked: true }, { type: 'student:return' }, asStudent(1))).toBe(
      'class-locked',
    );
    // After the end it changes nothing: what is over can still be looked at.
    const ended: ClassState = { ...left, phase: 'ended' };
    expect(decided(ended, { type: 'student:return' }, asStudent(1))).toBe(ended);
  });

  it('tells removed from banned', () => {
    const state = withStudents(aClass(), 'Ada', 'Ben');
    const removed = decided(state, { type: 'student:remove', studentId: idOf(1) }, TEACHER);
    const banned = decided(removed, { type: 'student:ban', studentId: idOf(2) }, TEACHER);
    expect(refusalOf(banned, { type: 'student:return' }, asStudent(1))).toBe('student-removed');
    expect(refusalOf(banned, { type: 'student:return' }, asStudent(2))).toBe('student-banned');
    expect(refusalOf(banned, join(3, 'Ada'), newcomer)).toBeNull();
    expect(refusalOf(banned, join(3, 'Ben'), newcomer)).toBe('nickname-taken');
    // A ban stands: neither removing nor admitting softens it.
    for (const type of ['student:remove', 'student:admit'] as const)
      expect(refusalOf(banned, { type, studentId: idOf(2) }, TEACHER)).toBe('unknown-student');
    expect(refusalOf(state, { type: 'student:remove', studentId: idOf(9) }, TEACHER)).toBe('unknown-student');
  });
});

describe('renaming', () => {
  it('holds the same rules as joining, except against oneself', () => {
    const state = withStudents(aClass(), 'Ada', 'Ben');
    const rename = (nickname: string) => ({ type: 'student:rename', studentId: idOf(1), nickname }) as const;
    expect(decided(state, rename(' ADA '), TEACHER).students[idOf(1)]!.nickname).toBe('ADA');
    expect(refusalOf(state, rename('ben'), TEACHER)).toBe('nickname-taken');
    expect(refusalOf(state, rename('rude'), TEACHER)).toBe('nickname-refused');
    expect(decided(state, rename('Ada'), TEACHER)).toBe(state);
  });
});
