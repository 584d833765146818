/** Entry of the store's thread when it runs from the sources: `--import tsx` does not reach a worker thread's entry. */
import { register } from 'tsx/esm/api';

register();
await import('./store-worker.ts');
