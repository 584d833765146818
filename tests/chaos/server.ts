/** The server that is killed: the product's application and store. `EARLY_ACK=1` makes it lie, as the control. */
import { pino } from 'pino';
import { createPerceptroom } from '@/server/application';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { firstWeightVerifier, plainAccounts } from '@/tests/live/class-server';
import { acknowledgingEarly } from './acknowledging-early';

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
await room.listen();
// Whoever started it is gone: nobody else would end it.
process.on('disconnect', () => process.exit(1));
