import type { Sign } from '@/base/line/messages';

/** In a worker: says that code is being fetched for as long as it is, since the worker itself may stand still meanwhile. */
export async function tellFetching<T>(load: () => Promise<T>): Promise<T> {
  // Node has neither a page to tell nor a line that is held back.
  const tell = (type: Sign['type']) =>
    typeof DedicatedWorkerGlobalScope !== 'undefined' &&
    (self as DedicatedWorkerGlobalScope).postMessage({ type });
  tell('fetching');
  try {
    return await load();
  } finally {
    tell('fetched');
  }
}
