/** The server that is killed: the product's application and store. `EARLY_ACK=1` makes it lie, as the control. */
import { pino } from 'pino';
import { createPerceptroom } from '@/server/application';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { firstWeightVerifier, plainAccounts } from '../live/class-server';

/** How long the liar waits before it really stores what it has acknowledged. */
const LIE_MS = 60;

/** A store that says "stored" at once and commits a little later: what a server without durable acknowledgements does. */
function acknowledgingEarly(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'appendBatch')
        return async (...args: Parameters<Store['appendBatch']>) => {
          setTimeout(() => void target.appendBatch(...args).catch(() => undefined), LIE_MS);
          return { kind: 'stored', highWater: args[2].sequence };
        };
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const env = readEnv();
const store = await openStore(env, { inWorker: true });
const room = createPerceptroom({
  env,
  store: process.env.EARLY_ACK ? acknowledgingEarly(store) : store,
  auth: plainAccounts(),
  verifier: firstWeightVerifier(),
  clock: Date.now,
  log: pino({ level: 'error' }),
  pages: null,
});
process.send?.({ port: await room.listen() });
