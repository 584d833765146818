/** The server that is killed: the product's application and store. `EARLY_ACK=1` makes it lie, as the control. */
import { pino } from 'pino';
import { createPerceptroom } from '@/server/application';
import { type Env, readEnv } from '@/server/env';
import type { NodeMeans } from '@/server/nodes/node';
import { RedisInbox } from '@/server/nodes/redis-inbox';
import { openStore } from '@/server/store/open-store';
import { RoomLeases } from '@/server/store/room-leases';
import { firstWeightVerifier, plainAccounts } from '@/tests/live/class-server';
import { acknowledgingEarly } from './acknowledging-early';

const env = readEnv();
const log = pino({ level: 'error' });
const store = await openStore(env, { inWorker: true });
const room = createPerceptroom({
  env,
  store: process.env.EARLY_ACK ? acknowledgingEarly(store) : store,
  auth: plainAccounts(),
  verifier: firstWeightVerifier(),
  clock: Date.now,
  log,
  node: await openNode(env),
  pages: null,
});
await room.listen();
/** Where it is one of several. */
async function openNode({ databaseUrl, redisUrl, nodeAddress }: Env): Promise<NodeMeans | null> {
  if (databaseUrl === null || redisUrl === null) return null;
  const leases = await RoomLeases.open(databaseUrl, nodeAddress, log);
  return { leases, inbox: await RedisInbox.open(redisUrl, leases.node, log) };
}

// Whoever started it is gone: nobody else would end it.
process.on('disconnect', () => process.exit(1));
