import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { ownMessage, sentMessages } from '@/classroom/messages';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LIMITS } from '@/protocol/limits';
import { isMessage, normaliseMessage } from '@/protocol/message';
import { aClass, asStudent, context, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const classOf = (...names: string[]) =>
  withStudents(aClass({ phase: 'live', startedAt: NOW }), ...(names.length > 0 ? names : ['Ada', 'Ben']));
const send = (text: string, to: 'all' | string[] = 'all', id = idOf(900)): ClassCommand => ({
  type: 'message:send',
  id,
  text,
  to,
});
const refusal = (state: ClassState, command: ClassCommand, actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const shown = (state: ClassState, student: number) => viewForStudent(state, idOf(student))!.message;

describe('a message', () => {
  it('to all reaches everybody who is in, and nobody who comes later or waits', () => {
    const waiting = { ...classOf().students[idOf(2)]!, membership: 'waiting' as const };
    const before = classOf('Ada', 'Ben', 'Cem');
    const state = { ...before, students: { ...before.students, [idOf(2)]: waiting } };
    const sent = decided(state, send('Look at the board'), TEACHER);
    expect(shown(sent, 1)).toEqual({ id: idOf(900), text: 'Look at the board', sentAt: NOW });
    expect(shown(sent, 2)).toBeNull();
    expect(sentMessages(sent)).toMatchObject([{ to: 2, dismissed: 0 }]);
    const later = decided(
      sent,
      { type: 'student:join', studentId: idOf(9), secretHash: 'x', nickname: 'Dan' },
      {
        kind: 'newcomer',
      },
    );
    expect(shown(later, 9)).toBeNull();
  });

  it('I4: to one is nobody else’s, nor the projector’s', () => {
    const sent = decided(classOf(), send('Try 0.1', [idOf(2)]), TEACHER);
    expect([shown(sent, 1), shown(sent, 2)?.text]).toEqual([null, 'Try 0.1']);
    expect(JSON.stringify([viewForStudent(sent, idOf(1)), viewForScreen(sent)])).not.toContain('Try 0.1');
    expect(viewForTeacher(sent).messages).toMatchObject([{ text: 'Try 0.1', to: 1 }]);
  });

  it('sent twice is one message, and the newest is the one that is shown', () => {
    const once = decided(classOf(), send('One'), TEACHER);
    expect(decided(once, send('One'), TEACHER)).toBe(once);
    const twice = decided(once, send('Two', [idOf(1)], idOf(901)), TEACHER);
    expect([shown(twice, 1)?.text, shown(twice, 2)?.text]).toEqual(['Two', 'One']);
    // At the same moment of the clock: still in an order.
    expect(twice.messages.map(({ sentAt }) => sentAt)).toEqual([NOW, NOW + 1]);
  });

  it('is put away by its student alone, with what was said before it, and stays kept', () => {
    const state = decided(
      decided(classOf(), send('One'), TEACHER),
      send('Two', [idOf(1)], idOf(901)),
      TEACHER,
    );
    const dismiss: ClassCommand = { type: 'message:dismiss', messageId: idOf(901) };
    const after = decided(state, dismiss, asStudent(1), context({ now: NOW + 5_000 }));
    expect([shown(after, 1), shown(after, 2)?.text]).toEqual([null, 'One']);
    expect(after.messages[1]!.to).toEqual({ [idOf(1)]: NOW + 5_000 });
    expect(sentMessages(after).map(({ dismissed }) => dismissed)).toEqual([1, 1]);
    expect(decided(after, dismiss, asStudent(1))).toBe(after);
    // Somebody to whom it did not go changes nothing of it.
    expect(decided(state, dismiss, asStudent(2)).messages[1]).toBe(state.messages[1]);
    expect(refusal(state, dismiss)).toBe('not-allowed');
    const third = decided(after, send('Three', [idOf(1)], idOf(902)), TEACHER);
    expect(shown(third, 1)?.text).toBe('Three');
  });

  it('is refused where it is no text, goes to nobody, is one too many, or the class is over', () => {
    const state = classOf();
    for (const text of ['', '  \n ', '\u0000\u202e', 'x'.repeat(LIMITS.messageGraphemes + 1)])
      expect(refusal(state, send(text))).toBe('message-invalid');
    expect(refusal(state, send('Hello', [idOf(77)]))).toBe('message-to-nobody');
    expect(refusal(aClass({ phase: 'live' }), send('Hello'))).toBe('message-to-nobody');
    expect(refusal({ ...state, phase: 'ended' }, send('Hello'))).toBe('wrong-phase');
    expect(refusal(state, send('Hello'), asStudent(1))).toBe('not-allowed');
    const full = {
      ...state,
      messages: Array.from({ length: LIMITS.messagesPerClass }, (_, index) => ({
        id: idOf(1_000 + index),
        text: 'x',
        sentAt: NOW + index,
        to: {},
      })),
    };
    expect(refusal(full, send('Hello'))).toBe('too-many-messages');
    expect(ownMessage(full, idOf(1))).toBeNull();
    expect(viewForTeacher(full).messages).toHaveLength(3);
  });

  it('keeps the signs of its language, and nothing that nobody can see', () => {
    expect(normaliseMessage(' 学習率を\n０.１に！\u200b ')).toBe('学習率を ０.１に！');
    expect(normaliseMessage('a\u0007b\u202ec')).toBe('abc');
    expect(isMessage('あ'.repeat(LIMITS.messageGraphemes))).toBe(true);
    expect(isMessage('👩‍👩‍👧'.repeat(LIMITS.messageGraphemes))).toBe(true);
  });
});
