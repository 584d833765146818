/// <reference lib="webworker" />
import type { ToWorker } from './messages';
import { PlaygroundSession } from './playground-session';

/** The worker of the 2-D bench: gives the session a clock and a way to the page. */
declare const self: DedicatedWorkerGlobalScope;

// A message to oneself comes back at once and after all that waits; a timer would cost 4 ms.
const turn = new MessageChannel();
let waiting: (() => void) | null = null;
turn.port1.onmessage = () => {
  const callback = waiting;
  waiting = null;
  callback?.();
};

const session = new PlaygroundSession({
  post: (message, transfer) => self.postMessage(message, transfer),
  now: () => performance.now(),
  soon(callback) {
    waiting = callback;
    turn.port2.postMessage(null);
  },
  later: (callback, ms) => {
    setTimeout(callback, ms);
  },
});

self.onmessage = (event: MessageEvent<ToWorker>) => session.hear(event.data);
self.postMessage({ type: 'listening' });
