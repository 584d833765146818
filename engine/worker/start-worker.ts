import type { Port } from '@/base/line/port';
import { workerPort } from '@/engine/line/worker-port';

/** Starts the training worker; the bundler finds its entry by this very expression. */
export function startWorker(): Port {
  return workerPort(
    new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module', name: 'trainer' }),
  );
}
