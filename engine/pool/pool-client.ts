import { Listeners } from '@/base/listeners';
import { PatientWorker, type Port } from '@/engine/worker/patient-worker';
import type {
  FromPoolWorker,
  PoolRequestName,
  PoolRequests,
  PoolTrainingErrorCode,
  PoolTrainingEvent,
  ToPoolWorker,
} from './messages';
import type { PoolStanding, PoolTask } from './pool-training';

/** The part of a Worker that the client uses; tests put their own in its place. */
export type PoolWorkerPort = Port<ToPoolWorker, FromPoolWorker>;

/** What a request failed of. */
class PoolTrainingError extends Error {
  constructor(readonly code: PoolTrainingErrorCode) {
    super(code);
    this.name = 'PoolTrainingError';
  }
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: PoolTrainingError) => void;
}

/** The page's side: owns the worker, gives each request a promise (rejected with PoolTrainingError), passes events of the newest run on. */
export class PoolClient {
  private worker: PoolWorkerPort | null = null;
  private readonly listeners = new Listeners<[event: PoolTrainingEvent]>();
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private run = 0;

  constructor(private readonly startWorker: () => PoolWorkerPort = start) {}

  subscribe(listener: (event: PoolTrainingEvent) => void): () => void {
    return this.listeners.add(listener);
  }

  begin(task: PoolTask): Promise<PoolStanding> {
    this.run += 1;
    return this.ask('begin', { run: this.run, task });
  }

  train(): Promise<null> {
    return this.ask('train', null);
  }

  pause(): Promise<null> {
    return this.ask('pause', null);
  }

  step(): Promise<PoolStanding> {
    return this.ask('step', null);
  }

  predict(pixels: Uint8Array): Promise<number[]> {
    return this.ask('predict', { pixels });
  }

  weights(): Promise<Float32Array<ArrayBuffer>> {
    return this.ask('weights', null);
  }

  /** Ends the worker; the next request starts another. */
  dispose(): void {
    this.end('not-begun');
    this.listeners.clear();
  }

  private ask<Name extends PoolRequestName>(
    name: Name,
    input: PoolRequests[Name]['input'],
  ): Promise<PoolRequests[Name]['answer']> {
    const worker = this.started();
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, input } as ToPoolWorker);
    });
  }

  private started(): PoolWorkerPort {
    if (this.worker) return this.worker;
    const worker = this.startWorker();
    worker.onmessage = (event) => this.hear(event.data);
    worker.onerror = () => {
      this.end('worker-failed');
      this.listeners.tell({ type: 'failed', code: 'worker-failed' });
    };
    this.worker = worker;
    return worker;
  }

  private hear(message: FromPoolWorker): void {
    if (message.type === 'answer' || message.type === 'refusal') {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.type === 'answer') waiting?.resolve(message.value as never);
      else waiting?.reject(new PoolTrainingError(message.code));
      return;
    }
    if ('run' in message && message.run !== this.run) return;
    this.listeners.tell(message);
  }

  private end(code: PoolTrainingErrorCode): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(new PoolTrainingError(code));
    this.waiting.clear();
  }
}

function start(): PoolWorkerPort {
  return new PatientWorker<ToPoolWorker, FromPoolWorker>(
    () => new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' }),
  );
}
