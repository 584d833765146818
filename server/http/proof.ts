import type { IncomingMessage } from 'node:http';
import { roomCodeSchema } from '@/protocol/room-code-schema';
import type { EventParts } from '@/server/live/event';
import { ElsewhereError } from '@/server/store/elsewhere';
import { studentOf } from './student-of';

/** Whether a request is a signed-in teacher's, or a student's of the class that it is about. */
export async function isProofGood(parts: EventParts, request: IncomingMessage): Promise<boolean> {
  try {
    if (request.headers.authorization !== undefined) {
      const code = roomCodeSchema.safeParse(/^\/api\/classes\/([A-Za-z0-9]+)/.exec(request.url ?? '')?.[1]);
      return code.success && (await studentOf(parts, request, code.data)).ok;
    }
    return (await parts.auth.sessionOf(request.headers)) !== null;
  } catch (error) {
    if (!(error instanceof ElsewhereError)) parts.log.error({ err: error }, 'a proof could not be looked at');
    return false;
  }
}
