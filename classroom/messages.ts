import { LIMITS } from '@/protocol/limits';
import { isMessage, normaliseMessage, type OwnMessage, type SentMessage } from '@/protocol/message';
import { refuse } from '@/protocol/refusals';
import { SENT_MESSAGES_SHOWN } from '@/protocol/views';
import { accept, type Decision } from './decision';
import type { ClassState } from './state';

/** Says something to everybody who is in, or to those of them who are named. The same id again is the same message. */
export function sendMessage(
  state: ClassState,
  { id, text: typed, to: wanted }: { id: string; text: string; to: 'all' | readonly string[] },
  now: number,
): Decision {
  if (state.messages.some((message) => message.id === id)) return { ok: true, state };
  if (state.phase === 'ended') return refuse('wrong-phase');
  const text = normaliseMessage(typed);
  if (!isMessage(text)) return refuse('message-invalid');
  if (state.messages.length >= LIMITS.messagesPerClass) return refuse('too-many-messages');
  const named = wanted === 'all' ? null : new Set(wanted);
  const to = Object.values(state.students).filter(
    (student) => student.membership === 'in' && (named === null || named.has(student.id)),
  );
  if (to.length === 0) return refuse('message-to-nobody');
  // No two at the same moment: by it they are ordered.
  const sentAt = Math.max(now, (state.messages.at(-1)?.sentAt ?? 0) + 1);
  const message = { id, text, sentAt, to: Object.fromEntries(to.map((student) => [student.id, null])) };
  return accept(state, { messages: [...state.messages, message] });
}

/** A student puts a message away, and with it whatever was said before: only the newest is shown. */
export function dismissMessage(
  state: ClassState,
  studentId: string,
  messageId: string,
  now: number,
): Decision {
  const at = state.messages.find(({ id }) => id === messageId)?.sentAt;
  if (at === undefined) return { ok: true, state };
  let changed = false;
  const messages = state.messages.map((message) => {
    if (message.sentAt > at || message.to[studentId] !== null) return message;
    changed = true;
    return { ...message, to: { ...message.to, [studentId]: now } };
  });
  return changed ? accept(state, { messages }) : { ok: true, state };
}

/** By the messages' own identity: the newest to each student, where it is not put away. */
const newestOf = new WeakMap<ClassState['messages'], ReadonlyMap<string, OwnMessage>>();

/** The message that a student is shown; null: none. */
export function ownMessage({ messages }: Pick<ClassState, 'messages'>, studentId: string): OwnMessage | null {
  const known = newestOf.get(messages);
  if (known) return known.get(studentId) ?? null;
  const newest = new Map<string, OwnMessage>();
  for (const { to, ...message } of messages)
    for (const [id, dismissedAt] of Object.entries(to)) {
      if (dismissedAt === null) newest.set(id, message);
      else newest.delete(id);
    }
  newestOf.set(messages, newest);
  return newest.get(studentId) ?? null;
}

/** What a teacher hears of the newest messages, oldest first. */
export function sentMessages(
  { messages }: Pick<ClassState, 'messages'>,
  most = SENT_MESSAGES_SHOWN,
): SentMessage[] {
  return messages.slice(-most).map(({ to, ...message }) => {
    const all = Object.values(to);
    return { ...message, to: all.length, dismissed: all.filter((at) => at !== null).length };
  });
}
