/** Starts the training worker; the bundler finds its entry by this very expression. */
export function startWorker(): Worker {
  return new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module', name: 'trainer' });
}
