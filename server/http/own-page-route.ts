import type { OwnPageLink } from '@/protocol/own-page';
import { type Answer, refuse } from '@/protocol/refusals';
import { authSecret } from '@/server/env';
import { ownPageToken } from '@/server/own-page-token';
import { byCode, studentRoute } from './route';

/** The link to a student's own page, for who has the place. */
export const ownPageRoute = studentRoute({
  method: 'GET',
  path: '/api/classes/:code/me',
  params: byCode,
  handle: async ({ parts, live, student: { id, membership } }): Promise<Answer<OwnPageLink>> => {
    if (membership === 'removed') return refuse('student-removed');
    if (membership === 'banned') return refuse('student-banned');
    const roomId = live.state().groupId ?? live.id;
    return { ok: true, token: ownPageToken(authSecret(parts.env), { roomId, studentId: id }) };
  },
});
