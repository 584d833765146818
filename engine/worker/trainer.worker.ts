import { type BackOff, backOffDelay } from '@/base/back-off';
import type { FetchFile } from '@/engine/digits/picture-store';
import { download } from '@/engine/download/download';
import type { FromWorker, ToWorker } from './messages';
import { TrainerSession } from './session';

/** The worker's entry: connects a session with the page, the network and the clock. */

/** Between two tries of one file. */
const PAUSES: BackOff = { least: 500, most: 8_000 };

const scope = self as unknown as DedicatedWorkerGlobalScope;

const fetchFrom =
  (dataUrl: string): FetchFile =>
  async (file) => {
    const response = await download(new URL(file, dataUrl));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };

const session = new TrainerSession({
  post: (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer),
  fetchFrom,
  pause: (attempt) => new Promise((resolve) => setTimeout(resolve, backOffDelay(PAUSES, attempt))),
  now: () => performance.now(),
});

scope.addEventListener('message', (event: MessageEvent<ToWorker>) => session.receive(event.data));
scope.postMessage({ type: 'listening' } satisfies FromWorker);
