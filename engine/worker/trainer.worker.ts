import type { FetchFile } from '@/engine/digits/digit-store';
import type { FromWorker, ToWorker } from './messages';
import { TrainerSession } from './session';

/** The worker's entry: connects a session with the page, the network and the clock. */

/** A download that has not come after this long is tried again. */
const FETCH_MS = 60_000;

const scope = self as unknown as DedicatedWorkerGlobalScope;

const fetchFrom =
  (dataUrl: string): FetchFile =>
  async (file) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), FETCH_MS);
    try {
      const response = await fetch(new URL(file, dataUrl), { signal: abort.signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    } finally {
      clearTimeout(timer);
    }
  };

const session = new TrainerSession({
  post: (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer),
  fetchFrom,
  pause: (attempt) => new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt)),
  now: () => performance.now(),
});

scope.addEventListener('message', (event: MessageEvent<ToWorker>) => session.receive(event.data));
scope.postMessage({ type: 'listening' } satisfies FromWorker);
