import type { IncomingMessage } from 'node:http';
import { teachingRole } from '@/classroom/assistants';
import type { Actor } from '@/classroom/commands';
import { type AssistantRole, assistantTokenSchema, reaches } from '@/protocol/assistants';
import { type Answer, refuse } from '@/protocol/refusals';
import { secretMatches } from '@/server/live/credentials';
import type { EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { teacherOf } from './teacher-of';

/** The class of a request by whoever stands at its console: an owner by cookie, others by their link (`Authorization: Assistant TOKEN`). */
export async function leaderOf(
  parts: EventParts,
  request: IncomingMessage,
  code: string,
  least: AssistantRole,
): Promise<Answer<{ live: LiveClass }>> {
  const header = request.headers.authorization;
  if (header === undefined) {
    const teacher = await teacherOf(parts, request);
    if (!teacher.ok) return teacher;
    const live = await parts.classes.byCode(code);
    return live && mayLead(live, { kind: 'teacher', teacherId: teacher.teacherId }, least)
      ? { ok: true, live }
      : refuse('not-your-class');
  }
  const token = assistantTokenSchema.safeParse(/^Assistant (.+)$/.exec(header)?.[1]);
  if (!token.success) return refuse('not-attached');
  const live = await parts.classes.byCode(code);
  const link = live?.state().assistants.find(({ tokenHash }) => secretMatches(token.data, tokenHash));
  if (!live || !link)
    return parts.guesses.wrong(
      parts.env.trustedProxies.addressOf(request),
      live ? 'unknown-link' : 'unknown-code',
    );
  return mayLead(live, { kind: 'assistant', assistantId: link.id }, least)
    ? { ok: true, live }
    : refuse('not-allowed');
}

function mayLead(live: LiveClass, actor: Actor, least: AssistantRole): boolean {
  const role = teachingRole(live.state(), actor, live.now());
  return role !== null && reaches(role, least);
}
