import { isLinkOver } from '@/classroom/assistants';
import { isOwner } from '@/classroom/owners';
import type { ClassState } from '@/classroom/state';
import type { RefusalCode } from '@/protocol/refusals';
import type { Membership } from '@/protocol/views';
import type { Role } from './viewer';

/** What a connection hears whose student is no longer in. Who left by its own will is simply not attached. */
const GONE: Partial<Record<Membership, RefusalCode>> = {
  removed: 'student-removed',
  banned: 'student-banned',
  left: 'not-attached',
};

/** Why whoever is attached as this is attached no longer after a change; null: they stay. */
export function reasonToGo(
  role: Role,
  before: ClassState,
  after: ClassState,
  now: number,
): RefusalCode | null {
  switch (role.kind) {
    case 'student': {
      const [was, is] = [before.students[role.studentId], after.students[role.studentId]];
      if (is === undefined) return 'unknown-student';
      return was?.membership === is.membership ? null : (GONE[is.membership] ?? null);
    }
    case 'assistant':
      if (isLinkOver(after, role.assistantId, now)) return 'link-over';
      return after.assistants.some(({ id }) => id === role.assistantId) ? null : 'link-revoked';
    default:
      return isOwner(after, role.teacherId) ? null : 'not-your-class';
  }
}
