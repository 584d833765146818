import { type MessagePort, parentPort, type Transferable } from 'node:worker_threads';
import type { Port } from '@/base/line/port';

/** The part of a worker thread that is used; tests give one that hangs or dies. */
export interface Thread {
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'error' | 'messageerror', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

/** The end of a line to a thread of whoever started it. */
export function threadPort(thread: Thread): Port {
  return {
    post: (message, transfer) => thread.postMessage(message, transfer as Transferable[]),
    listen({ heard, died }) {
      thread.on('message', heard);
      const failed = (thrown: unknown) => died(thrown instanceof Error ? thrown : new Error(String(thrown)));
      thread.on('error', failed);
      thread.on('messageerror', failed);
      thread.on('exit', (code) => died(new Error(`the thread has ended (${code})`)));
    },
    end: () => void thread.terminate(),
  };
}

/**
 * The thread's own end.
 * @throws Error in the main thread
 */
export function ownerPort(): Port {
  if (parentPort === null) throw new Error('runs as a worker thread only');
  const port: MessagePort = parentPort;
  return {
    post: (message, transfer) => port.postMessage(message, transfer as Transferable[]),
    listen: ({ heard }) => void port.on('message', heard),
    end: () => port.close(),
  };
}
