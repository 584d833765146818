import type { IncomingMessage } from 'node:http';
import { type Answer, refuse } from '@/protocol/refusals';
import { isOwnOrigin } from '@/server/auth/own-origin';
import type { EventParts } from '@/server/live/event';

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
