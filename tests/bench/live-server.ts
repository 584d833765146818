/** The server that the live bench loads: the product's own application and store, in a process of its own. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { createPerceptroom } from '@/server/application';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { firstWeightVerifier, plainAccounts } from '../live/class-server';
import type { ServerFigures } from './live-messages';

const env = readEnv();
const store = await openStore(env, { inWorker: true });
const room = createPerceptroom({
  env,
  store,
  auth: plainAccounts(),
  verifier: firstWeightVerifier(),
  clock: Date.now,
  log: pino({ level: 'warn' }),
  pages: null,
});
const port = await room.listen();
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let since = process.cpuUsage();
let sinceMs = performance.now();
let rss = 0;
const sampler = setInterval(() => {
  rss = Math.max(rss, process.memoryUsage.rss());
}, 250);

process.on('message', async (message) => {
  if (message === 'measure') {
    loop.reset();
    since = process.cpuUsage();
    sinceMs = performance.now();
  }
  if (message === 'figures') {
    const { user, system } = process.cpuUsage(since);
    const figures: ServerFigures = {
      cpu: (user + system) / 1000 / (performance.now() - sinceMs),
      rssMb: rss / 2 ** 20,
      eventLoopMaxMs: loop.max / 1e6,
    };
    process.send?.({ figures });
  }
  if (message === 'stop') {
    clearInterval(sampler);
    await room.stop();
    await store.close();
    process.disconnect();
  }
});
process.send?.({ port });
