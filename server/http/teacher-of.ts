import type { IncomingMessage } from 'node:http';
import { isOwner } from '@/classroom/owners';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import type { EventParts } from '../live/event';
import type { LiveClass } from '../live/live-class';
import type { LiveClasses } from '../live/live-classes';
import { isOwnOrigin } from './own-origin';

/** The signed-in teacher behind a request. A cookie is sent along by itself: to change something with it is for our own pages alone. */
export async function teacherOf(
  parts: EventParts,
  request: IncomingMessage,
): Promise<Answer<{ teacherId: string }>> {
  if (request.method !== 'GET' && !isOwnOrigin(request.headers, parts.env.publicOrigin))
    return refuse('not-allowed');
  const session = await parts.auth.sessionOf(request.headers);
  if (!session) return refuse('not-signed-in');
  parts.prove(request);
  return { ok: true, teacherId: session.teacherId };
}

/** The class that `find` finds, where it is the signed-in teacher's. */
export async function ownedClass(
  parts: EventParts,
  request: IncomingMessage,
  find: (classes: LiveClasses) => Promise<LiveClass | null>,
): Promise<{ ok: true; live: LiveClass } | Refusal> {
  const teacher = await teacherOf(parts, request);
  if (!teacher.ok) return teacher;
  const live = await find(parts.classes);
  // One answer for a class of somebody else and for none: ids of classes are nobody else's business.
  return live && isOwner(live.state(), teacher.teacherId) ? { ok: true, live } : refuse('not-your-class');
}
