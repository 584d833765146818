/** The store's thread, which dies of an error that nobody catches when it is told to. */
import { parentPort } from 'node:worker_threads';
import '@/server/store/store-worker';

parentPort?.on('message', (message: unknown) => {
  if (message === 'die') throw new Error('told to die');
});
