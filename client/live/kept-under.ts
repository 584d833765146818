import type { StudentSession } from './class-session';

/**
 * The name under which this browser keeps what belongs to the class that a session is in, such as a draft or a run. A room code names one
 * class, but for a group's: that one leads to one sitting after another.
 */
export function keptUnder(session: Pick<StudentSession, 'code' | 'snapshot'>): string {
  return sittingOf(session) ?? session.code;
}

/** The id of the sitting that a session is in; null: a class of its own, or none is known yet. */
export function sittingOf(session: Pick<StudentSession, 'snapshot'>): string | null {
  const facts = session.snapshot().view?.class;
  return facts && facts.groupId !== null ? facts.id : null;
}
