import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { lastMoment } from '@/classroom/last-moment';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { findLesson } from '@/lessons/registry';
import { LIMITS } from '@/protocol/limits';
import { aClass, context, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const live = () => withStudents(aClass({ phase: 'live', stepIndex: 1 }), 'Ada');
const add = (index: number, note = '') => ({ type: 'bookmark:add', bookmarkId: idOf(index), note }) as const;
const refusalOf = (state: ClassState, command: Parameters<typeof decide>[1]) => {
  const decision = decide(state, command, TEACHER, context());
  return decision.ok ? null : decision.code;
};

describe('bookmarks', () => {
  it('mark the moment by the server’s clock and the step, once however often it is asked', () => {
    const marked = decided(live(), add(1, '  here   XOR clicked '), TEACHER, context({ now: NOW + 5 }));
    const stepId = findLesson('handwritten-digits')!.steps[1]!.id;
    expect(marked.bookmarks).toEqual([{ id: idOf(1), at: NOW + 5, stepId, note: 'here XOR clicked' }]);
    expect(decided(marked, add(1, 'other'), TEACHER)).toBe(marked);
    expect(lastMoment(marked)).toBe(NOW + 5);
  });

  it('are put at a moment afterwards by an owner, in the order of the class, and nowhere outside of it', () => {
    const moment = (index: number, at: number) =>
      ({ type: 'bookmark:mark', bookmarkId: idOf(index), at, stepId: 'train', note: ' here ' }) as const;
    expect(refusalOf(aClass(), moment(2, NOW))).toBe('wrong-phase');
    const begun = { ...decided(live(), add(1), TEACHER, context({ now: NOW + 50 })), startedAt: NOW };
    const ended = { ...begun, phase: 'ended' as const, endedAt: NOW + 100 };
    const marked = decided(ended, moment(2, NOW + 20), TEACHER);
    expect(marked.bookmarks.map(({ id, at, note }) => [id, at, note])).toEqual([
      [idOf(2), NOW + 20, 'here'],
      [idOf(1), NOW + 50, ''],
    ]);
    expect(decided(marked, moment(2, NOW + 30), TEACHER)).toBe(marked);
    for (const at of [NOW - 1, NOW + 101]) expect(refusalOf(ended, moment(3, at))).toBe('bad-request');
    const open = decide(begun, moment(3, NOW + 60), TEACHER, context({ now: NOW + 60 }));
    expect(open.ok && open.state.bookmarks).toHaveLength(2);
  });

  it('are noted and removed at any time, added only while the class goes on', () => {
    const ended = { ...decided(live(), add(1), TEACHER), phase: 'ended' as const };
    expect(refusalOf(ended, add(2))).toBe('wrong-phase');
    expect(refusalOf(aClass(), add(2))).toBe('wrong-phase');
    const noted = decided(ended, { type: 'bookmark:note', bookmarkId: idOf(1), note: 'ここ' }, TEACHER);
    expect(noted.bookmarks[0]).toMatchObject({ at: NOW, note: 'ここ' });
    expect(decided(noted, { type: 'bookmark:note', bookmarkId: idOf(1), note: ' ここ' }, TEACHER)).toBe(
      noted,
    );
    const none = decided(noted, { type: 'bookmark:remove', bookmarkId: idOf(1) }, TEACHER);
    expect(none.bookmarks).toEqual([]);
    expect(decided(none, { type: 'bookmark:remove', bookmarkId: idOf(1) }, TEACHER)).toBe(none);
    expect(refusalOf(none, { type: 'bookmark:note', bookmarkId: idOf(1), note: '' })).toBe(
      'unknown-bookmark',
    );
  });

  it('come to an end', () => {
    let state = live();
    for (let index = 0; index < LIMITS.bookmarksPerClass; index += 1)
      state = decided(state, add(index), TEACHER);
    expect(refusalOf(state, add(LIMITS.bookmarksPerClass))).toBe('too-many-bookmarks');
  });

  it('I4: are for teachers alone', () => {
    const marked = decided(live(), add(1, 'Ada cried'), TEACHER);
    expect(viewForTeacher(marked).bookmarks).toHaveLength(1);
    for (const view of [viewForScreen(marked), viewForStudent(marked, idOf(1))])
      expect(JSON.stringify(view)).not.toMatch(/Ada cried|bookmark/);
  });
});
