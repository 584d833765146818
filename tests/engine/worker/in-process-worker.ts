import type { FromWorker, ToWorker } from '@/engine/worker/messages';
import type { WorkerLike } from '@/engine/worker/request-line';
import { TrainerSession } from '@/engine/worker/session';
import type { DatasetId } from '@/protocol/datasets';
import { readServed, WASM } from '@/tests/engine/digits/node-pictures';

/** A session behind a worker's face, in this thread; messages are cloned, as a real worker's are. */
export class InProcessWorker implements WorkerLike {
  private listeners: { type: string; listener: (event: never) => void }[] = [];
  private alive = true;
  readonly heard: string[] = [];
  /** Set to make the worker deaf and dumb, as one that hangs. */
  hangs = false;
  private readonly session = new TrainerSession({
    post: (message) => queueMicrotask(() => this.tell(structuredClone(message))),
    // …/digits/ or …/fashion/: which data set.
    fetchFrom: (url) => (file) => readServed(file, url.split('/').at(-2) as DatasetId),
    pause: async () => {},
    now: () => performance.now(),
  });

  constructor() {
    queueMicrotask(() => this.tell({ type: 'listening' }));
  }

  postMessage(message: ToWorker): void {
    if (!this.alive || this.hangs) return;
    this.heard.push(message.name);
    const copy = structuredClone(message);
    setImmediate(() => {
      if (this.alive) this.session.receive(copy);
    });
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.push({ type, listener });
  }

  terminate(): void {
    this.alive = false;
    // The session cannot be torn out of this thread: it is told to stop.
    this.session.receive({ id: -1, name: 'dispose', input: {} });
  }

  /** What a worker sends; tests send failures by it. */
  tell(data: FromWorker): void {
    if (!this.alive || this.hangs) return;
    for (const { type, listener } of [...this.listeners]) {
      if (type === 'message') (listener as (event: { data: FromWorker }) => void)({ data });
    }
  }
}

/** Client options for a Node test; `workers` fills with what was started. */
export function inProcess(workers: InProcessWorker[]) {
  return {
    dataUrl: 'file:///unused/',
    wasmUrl: WASM,
    startWorker: () => {
      const worker = new InProcessWorker();
      workers.push(worker);
      return worker;
    },
    memory: { get: () => null, set: () => {} },
  };
}
