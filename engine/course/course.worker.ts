/// <reference lib="webworker" />
import { CourseSession } from './course-session';
import type { ToCourseWorker } from './messages';

/** The worker that calculates courses: gives the session a clock and a way to the page. */
declare const self: DedicatedWorkerGlobalScope;

// A message to oneself comes back at once and after all that waits; a timer would cost 4 ms, and a second in a hidden tab.
const turn = new MessageChannel();
let waiting: (() => void) | null = null;
turn.port1.onmessage = () => {
  const callback = waiting;
  waiting = null;
  callback?.();
};

const session = new CourseSession({
  post: (message) => self.postMessage(message),
  now: () => performance.now(),
  soon(callback) {
    waiting = callback;
    turn.port2.postMessage(null);
  },
});

self.onmessage = (event: MessageEvent<ToCourseWorker>) => session.hear(event.data);
self.postMessage({ type: 'listening' });
