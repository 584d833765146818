import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { ROOT } from './root';

/** The server's own threads. Each is an entry of its own in the production bundle (scripts/build.mjs). */
const THREADS = {
  store: 'server/store/store-worker',
  verify: 'server/verify/verify-worker',
  check: 'server/verify/check-worker',
  ensemble: 'server/verify/ensemble-worker',
} as const;

/** Where the threads are bundled: beside the bundled server, or where who runs the server from source has bundled them (`BUNDLED_THREADS`); else null. */
function bundleFolder(): string | null {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return here.startsWith(path.join(ROOT, 'dist')) ? here : (process.env.BUNDLED_THREADS ?? null);
}

/** Starts one of the server's threads: the bundled file, or the source through tsx. */
export function startThread(name: keyof typeof THREADS, options: Omit<WorkerOptions, 'argv'> = {}): Worker {
  const folder = bundleFolder();
  if (folder !== null) return new Worker(path.join(folder, `${path.basename(THREADS[name])}.mjs`), options);
  const source = pathToFileURL(path.join(ROOT, `${THREADS[name]}.ts`)).href;
  return new Worker(path.join(ROOT, 'server/thread-from-source.mjs'), {
    execArgv: [],
    ...options,
    argv: [source, path.join(ROOT, 'tsconfig.json')],
  });
}
