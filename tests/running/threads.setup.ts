import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleThreads } from '@/scripts/build.mjs';
import { ROOT } from '@/server/root';

/** Programs that tests and rehearsals run for themselves with a store in them. */
const FURTHER = [
  'tests/store/mortal-store-worker.ts',
  'tests/store/append-until-killed.ts',
  'tests/chaos/server.ts',
  'scripts/teacher.ts',
  'scripts/backup.ts',
];

/** Before the first file that starts a server's thread, and before `npm run chaos`: bundles them, once a run, for hundreds of starts (server/thread.ts, tests/running/bundled.ts). */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BUNDLED_THREADS) return undefined;
  const folder = path.join(ROOT, `dist/threads-${process.pid}`);
  await bundleThreads(folder, FURTHER);
  process.env.BUNDLED_THREADS = folder;
  return () => rm(folder, { recursive: true, force: true });
}
