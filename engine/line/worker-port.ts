import type { Port } from '@/base/line/port';

/** The page's end of a line to a worker. */
export function workerPort(worker: Worker): Port {
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen({ heard, died }) {
      worker.addEventListener('message', ({ data }) => heard(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        // A script that does not come is a plain event, which says nothing.
        died(new Error(event.message || 'the worker did not start'));
      });
      worker.addEventListener('messageerror', () => died(new Error('a message could not be read')));
    },
    end: () => worker.terminate(),
  };
}
