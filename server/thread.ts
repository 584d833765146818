import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { ROOT } from './root';

/** The server's own threads. Each is an entry of its own in the production bundle (scripts/build.mjs). */
const THREADS = { store: 'server/store/store-worker', verify: 'server/verify/verify-worker' } as const;

/** Starts one of the server's threads: the bundled file beside the bundled server, or the source through tsx. */
export function startThread(name: keyof typeof THREADS, options: WorkerOptions = {}): Worker {
  const here = fileURLToPath(import.meta.url);
  if (here.startsWith(path.join(ROOT, 'dist', path.sep))) {
    return new Worker(new URL(`./${path.basename(THREADS[name])}.mjs`, import.meta.url), options);
  }
  const source = pathToFileURL(path.join(ROOT, `${THREADS[name]}.ts`)).href;
  // A thread inherits neither tsx's hooks nor vitest's: it registers tsx itself and then loads the source.
  const boot = `import { register } from 'tsx/esm/api'; register({ tsconfig: ${JSON.stringify(path.join(ROOT, 'tsconfig.json'))} }); await import(${JSON.stringify(source)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(boot)}`), {
    execArgv: [],
    ...options,
  });
}
