import { z } from 'zod';
import { ownersOf } from '@/classroom/owners';
import { emailSchema } from '@/protocol/auth';
import { type ClassOwners, ownerToAddSchema } from '@/protocol/owners';
import { type Answer, refuse } from '@/protocol/refusals';
import type { EventParts } from '@/server/live/event';
import { byId, ownerRoute } from './route';

const PATH = '/api/classes/:id/owners';

export const ownersRoute = ownerRoute({
  method: 'GET',
  path: PATH,
  params: byId,
  handle: async ({ parts, live, teacherId }): Promise<Answer<ClassOwners>> => ({
    ok: true,
    ...(await told(parts, ownersOf(live.state()), teacherId)),
  }),
});

/** Another teacher, by email. That there is no such account is what signing up tells, too. */
export const addOwnerRoute = ownerRoute({
  method: 'POST',
  path: PATH,
  params: byId,
  body: ownerToAddSchema,
  handle: async ({ parts, live, teacherId, body }): Promise<Answer<ClassOwners>> => {
    const email = emailSchema.safeParse(body.email);
    const found = email.success ? await parts.auth.findTeacher(email.data, teacherId) : null;
    if (found === null) return refuse('unknown-teacher');
    if (found === 'too-often') return refuse('rate-limited');
    const answer = await live.ask({ type: 'owner:add', teacherId: found }, { kind: 'teacher', teacherId });
    return answer.ok ? { ok: true, ...(await told(parts, ownersOf(live.state()), teacherId)) } : answer;
  },
});

/** Another one, or oneself. */
export const removeOwnerRoute = ownerRoute({
  method: 'DELETE',
  path: `${PATH}/:teacher`,
  params: byId.extend({ teacher: z.string() }),
  handle: ({ live, teacherId }, { teacher }) =>
    live.ask({ type: 'owner:remove', teacherId: teacher }, { kind: 'teacher', teacherId }),
});

/** The owners of a class or of a group, as one of them hears of them. */
export async function told(
  parts: EventParts,
  ids: readonly string[],
  teacherId: string,
): Promise<ClassOwners> {
  const emails = await parts.auth.emailsOf(ids);
  return { owners: ids.map((id) => ({ id, email: emails[id] ?? '', you: id === teacherId })) };
}
