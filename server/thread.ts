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

/** Starts one of the server's threads: the bundled file beside the bundled server, or the source through tsx. */
export function startThread(name: keyof typeof THREADS, options: Omit<WorkerOptions, 'argv'> = {}): Worker {
  if (fileURLToPath(import.meta.url).startsWith(path.join(ROOT, 'dist', path.sep))) {
    return new Worker(new URL(`./${path.basename(THREADS[name])}.mjs`, import.meta.url), options);
  }
  const source = pathToFileURL(path.join(ROOT, `${THREADS[name]}.ts`)).href;
  return new Worker(path.join(ROOT, 'server/thread-from-source.mjs'), {
    execArgv: [],
    ...options,
    argv: [source, path.join(ROOT, 'tsconfig.json')],
  });
}
