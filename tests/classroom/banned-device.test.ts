import { describe, expect, it } from 'vitest';
import type { JoinCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { viewForTeacher } from '@/classroom/view';
import { aClass, context, decided, idOf, join, TEACHER } from './made-states';

const NEWCOMER = { kind: 'newcomer' } as const;
const from = (index: number, name: string, ...devices: string[]) =>
  ({ ...(join(index, name) as JoinCommand), devices }) as JoinCommand;
const refusalOf = (state: ClassState, command: JoinCommand) => {
  const decision = decide(state, command, NEWCOMER, context());
  return decision.ok ? null : decision.code;
};
const student = (type: 'ban' | 'remove' | 'forgive' | 'free-device', index: number) =>
  ({ type: `student:${type}`, studentId: idOf(index) }) as const;

const withAda = decided(aClass(), from(1, 'Ada', 'chromebook'), NEWCOMER);
const banned = decided(withAda, student('ban', 1), TEACHER);

describe('the browser of somebody who is banned', () => {
  it('lets nobody new in, by whichever of its marks; every other browser does', () => {
    expect(refusalOf(banned, from(2, 'Zoe', 'chromebook'))).toBe('device-banned');
    expect(refusalOf(banned, from(2, 'Zoe', 'another', 'chromebook'))).toBe('device-banned');
    expect(refusalOf(banned, from(2, 'Zoe', 'another'))).toBeNull();
    expect(refusalOf(banned, from(2, 'Zoe'))).toBeNull();
    expect(refusalOf(banned, join(2, 'Zoe') as JoinCommand)).toBeNull();
  });

  it('is not meant where a student was only removed, nor by who shares it and is in', () => {
    const removed = decided(withAda, student('remove', 1), TEACHER);
    expect(refusalOf(removed, from(2, 'Zoe', 'chromebook'))).toBeNull();
    const shared = decided(withAda, from(2, 'Ben', 'chromebook'), NEWCOMER);
    const without = decided(shared, student('ban', 1), TEACHER);
    const back = decide(
      without,
      { type: 'student:return' },
      { kind: 'student', studentId: idOf(2) },
      context(),
    );
    expect(back).toMatchObject({ ok: true });
    // The same join again is the same student.
    expect(refusalOf(without, from(2, 'Ben', 'chromebook'))).toBeNull();
  });

  it('is seen by the teacher, who frees it with or without the student', () => {
    const seen = (state: ClassState) => viewForTeacher(state).roster.map(({ barsDevice }) => barsDevice);
    expect(seen(withAda)).toEqual([false]);
    expect(seen(banned)).toEqual([true]);
    const freed = decided(banned, student('free-device', 1), TEACHER);
    expect(seen(freed)).toEqual([false]);
    expect(freed.students[idOf(1)]!.membership).toBe('banned');
    expect(refusalOf(freed, from(2, 'Zoe', 'chromebook'))).toBeNull();
    const forgiven = decided(banned, student('forgive', 1), TEACHER);
    expect(refusalOf(forgiven, from(2, 'Zoe', 'chromebook'))).toBeNull();
  });
});
