import type { Port } from '@/base/line/port';
import { Responder } from '@/base/line/responder';
import type { PoolRequests, PoolTrainingErrorCode, PoolTrainingEvent } from '@/engine/pool/messages';
import { PoolSession, poolRefusalOf } from '@/engine/pool/pool-session';
import { PortPair } from '@/tests/base/line/port-pair';

/**
 * The session in this thread: messages go through structured cloning and arrive later, as with a worker.
 * @param now milliseconds, of the worker's clock
 */
export function inProcess(now = () => performance.now()): Port {
  const pair = new PortPair({ deliver: (arrive) => setImmediate(arrive) });
  const line = new Responder<PoolRequests, PoolTrainingEvent, PoolTrainingErrorCode>(pair.worker, {
    refusalOf: poolRefusalOf,
  });
  const session = new PoolSession({
    tell: line.tell,
    now,
    soon: (callback) => setImmediate(() => pair.ends > 0 || callback()),
  });
  line.serve(session.answers);
  return pair.page;
}
