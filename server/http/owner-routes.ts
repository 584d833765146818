import type { IncomingMessage } from 'node:http';
import { isOwner, ownersOf } from '@/classroom/owners';
import { emailSchema } from '@/protocol/auth';
import { type ClassOwners, ownerToAddSchema } from '@/protocol/owners';
import { type Answer, refuse } from '@/protocol/refusals';
import type { EventParts } from '../live/event';
import type { LiveClass } from '../live/live-class';
import { readJson } from './read-json';
import { teacherOf } from './teacher-of';

/** A class and the owner of it who asks. */
async function owned(
  parts: EventParts,
  request: IncomingMessage,
  classId: string,
): Promise<Answer<{ live: LiveClass; teacherId: string }>> {
  const teacher = await teacherOf(parts, request);
  if (!teacher.ok) return teacher;
  const live = await parts.classes.byId(classId);
  if (!live || !isOwner(live.state(), teacher.teacherId)) return refuse('not-your-class');
  return { ok: true, live, teacherId: teacher.teacherId };
}

/** `GET /api/classes/ID/owners`. */
export async function getOwners(
  parts: EventParts,
  request: IncomingMessage,
  classId: string,
): Promise<Answer<ClassOwners>> {
  const asked = await owned(parts, request, classId);
  return asked.ok ? { ok: true, ...(await told(parts, asked.live, asked.teacherId)) } : asked;
}

/** `POST /api/classes/ID/owners`: another teacher, by email. That there is no such account is what signing up tells, too. */
export async function postOwner(
  parts: EventParts,
  request: IncomingMessage,
  classId: string,
): Promise<Answer<ClassOwners>> {
  const asked = await owned(parts, request, classId);
  if (!asked.ok) return asked;
  const body = ownerToAddSchema.safeParse(await readJson(request));
  if (!body.success) return refuse('bad-request');
  const email = emailSchema.safeParse(body.data.email);
  const { live, teacherId } = asked;
  const found = email.success ? await parts.auth.findTeacher(email.data, teacherId) : null;
  if (found === null) return refuse('unknown-teacher');
  if (found === 'too-often') return refuse('rate-limited');
  const answer = await live.ask({ type: 'owner:add', teacherId: found }, { kind: 'teacher', teacherId });
  return answer.ok ? { ok: true, ...(await told(parts, live, teacherId)) } : answer;
}

/** `DELETE /api/classes/ID/owners/TEACHER`: another one, or oneself. */
export async function deleteOwner(
  parts: EventParts,
  request: IncomingMessage,
  classId: string,
  removedId: string,
): Promise<Answer> {
  const asked = await owned(parts, request, classId);
  if (!asked.ok) return asked;
  const { live, teacherId } = asked;
  return live.ask({ type: 'owner:remove', teacherId: removedId }, { kind: 'teacher', teacherId });
}

async function told(parts: EventParts, live: LiveClass, teacherId: string): Promise<ClassOwners> {
  const ids = ownersOf(live.state());
  const emails = await parts.auth.emailsOf(ids);
  return { owners: ids.map((id) => ({ id, email: emails[id] ?? '', you: id === teacherId })) };
}
