import { Responder } from '@/base/line/responder';
import {
  type Requests,
  type TrainerEvent,
  type TrainerRefusal,
  trainerRefusalOf,
} from '@/engine/worker/messages';
import { TrainerSession } from '@/engine/worker/session';
import type { DatasetId } from '@/protocol/datasets';
import { PortPair } from '@/tests/base/line/port-pair';
import { readServed, WASM } from '@/tests/engine/digits/node-pictures';

/** A session behind a worker's face, in this thread; messages are cloned, as a real worker's are. */
export class InProcessWorker {
  /** Set to make the worker deaf and dumb, as one that hangs. */
  hangs = false;
  private readonly pair = new PortPair({
    deliver: (arrive) => {
      if (!this.hangs) setImmediate(() => this.hangs || arrive());
    },
  });
  private readonly line = new Responder<Requests, TrainerEvent, TrainerRefusal>(this.pair.worker, {
    refusalOf: trainerRefusalOf,
  });
  private readonly session = new TrainerSession({
    tell: this.line.tell,
    // …/digits/ or …/fashion/: which data set.
    fetchFrom: (url) => (file) => readServed(file, url.split('/').at(-2) as DatasetId),
    pause: async () => {},
    now: () => performance.now(),
  });

  constructor() {
    this.line.serve(this.session.answers);
    const { page } = this.pair;
    const end = page.end.bind(page);
    page.end = () => {
      end();
      // The session cannot be torn out of this thread: it is told to stop.
      void this.session.answers.dispose({}, new AbortController().signal);
    };
  }

  /** The page's end. */
  get port() {
    return this.pair.page;
  }

  /** What a worker tells; tests send failures by it, which arrive at once: before any point that comes after. */
  tell(event: TrainerEvent): void {
    if (!this.hangs) this.pair.page.arrive(structuredClone(event));
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
      return worker.port;
    },
    memory: { get: () => null, set: () => {} },
  };
}
