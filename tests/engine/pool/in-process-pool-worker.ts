import type { FromPoolWorker } from '@/engine/pool/messages';
import type { PoolWorkerPort } from '@/engine/pool/pool-client';
import { PoolSession } from '@/engine/pool/pool-session';

/** The session in this thread: messages go through structured cloning and arrive later, as with a worker. */
export function inProcess(): PoolWorkerPort {
  const port: PoolWorkerPort = {
    onmessage: null,
    onerror: null,
    terminate: () => {
      ended = true;
    },
    postMessage: (message) => {
      const cloned = structuredClone(message);
      setImmediate(() => ended || session.hear(cloned));
    },
  };
  let ended = false;
  const session = new PoolSession({
    post: (message: FromPoolWorker) => {
      const data = structuredClone(message);
      setImmediate(() => ended || port.onmessage?.({ data } as MessageEvent<FromPoolWorker>));
    },
    now: () => performance.now(),
    soon: (callback) => setImmediate(() => ended || callback()),
  });
  return port;
}
