import { Responder } from '@/base/line/responder';
import type { PlaygroundEvent, PlaygroundRefusal, PlaygroundRequests } from '@/engine/playground/messages';
import { playgroundRefusalOf } from '@/engine/playground/playground-error';
import { PlaygroundSession, type SessionHost } from '@/engine/playground/playground-session';
import { PortPair } from '@/tests/base/line/port-pair';

/** The session of the 2-D bench behind a line, in this thread, with a clock of the test's. @param deliver when a message arrives: at once, unless said otherwise */
export function inProcess(
  clock: Omit<SessionHost, 'tell'>,
  deliver: (arrive: () => void) => void = (arrive) => arrive(),
): PortPair {
  const pair = new PortPair({ deliver });
  const line = new Responder<PlaygroundRequests, PlaygroundEvent, PlaygroundRefusal>(pair.worker, {
    refusalOf: playgroundRefusalOf,
  });
  line.serve(new PlaygroundSession({ tell: line.tell, ...clock }).answers);
  return pair;
}
