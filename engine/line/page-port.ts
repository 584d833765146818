import type { Port } from '@/base/line/port';

/** The worker's end of a line to its page. */
export function pagePort(): Port {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  return {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: ({ heard }) => scope.addEventListener('message', ({ data }) => heard(data)),
    end: () => scope.close(),
  };
}
