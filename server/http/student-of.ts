import type { IncomingMessage } from 'node:http';
import type { Student } from '@/classroom/state';
import { credentialsSchema } from '@/protocol/attach';
import { type Refusal, refuse } from '@/protocol/refusals';
import { secretMatches } from '@/server/live/credentials';
import type { EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';

/** The student behind a request (`Authorization: Student ID.SECRET`) and the class; guessing is limited by address. */
export async function studentOf(
  parts: EventParts,
  request: IncomingMessage,
  code: string,
): Promise<{ ok: true; live: LiveClass; student: Student } | Refusal> {
  const credentials = readAuthorization(request.headers.authorization);
  if (!credentials) return refuse('not-attached');
  const address = parts.env.trustedProxies.addressOf(request);
  const live = await parts.classes.byCode(code);
  const student = live?.state().students[credentials.studentId];
  if (!live || !student || !secretMatches(credentials.secret, student.secretHash)) {
    return parts.guesses.wrong(address, live ? 'unknown-student' : 'unknown-code');
  }
  parts.prove(request);
  return { ok: true, live, student };
}

function readAuthorization(header: string | undefined) {
  const parts = /^Student ([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(header ?? '');
  const parsed = credentialsSchema.safeParse({ studentId: parts?.[1], secret: parts?.[2] });
  return parsed.success ? parsed.data : null;
}
