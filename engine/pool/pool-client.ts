import { Caller } from '@/base/line/caller';
import type { Port } from '@/base/line/port';
import { Listeners } from '@/base/listeners';
import { PatientPort } from '@/engine/line/patient-port';
import { workerPort } from '@/engine/line/worker-port';
import type { PoolRequestName, PoolRequests, PoolTrainingErrorCode, PoolTrainingEvent } from './messages';
import type { PoolStanding, PoolTask } from './pool-training';

/** What a request failed of. */
class PoolTrainingError extends Error {
  constructor(readonly code: PoolTrainingErrorCode) {
    super(code);
    this.name = 'PoolTrainingError';
  }
}

type PoolLine = Caller<PoolRequests, PoolTrainingEvent, PoolTrainingErrorCode>;

/** The page's side: owns the worker, gives each request a promise (rejected with PoolTrainingError), passes events of the newest run on. */
export class PoolClient {
  private line: PoolLine | null = null;
  private readonly listeners = new Listeners<[event: PoolTrainingEvent]>();
  private run = 0;

  constructor(private readonly startWorker: () => Port = start) {}

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
    this.line?.close(new PoolTrainingError('not-begun'));
    this.line = null;
    this.listeners.clear();
  }

  private ask<Name extends PoolRequestName>(
    name: Name,
    input: PoolRequests[Name]['input'],
  ): Promise<PoolRequests[Name]['answer']> {
    this.line ??= this.open();
    return this.line.ask(name, input);
  }

  private open(): PoolLine {
    return new Caller<PoolRequests, PoolTrainingEvent, PoolTrainingErrorCode>(this.startWorker(), {
      refused: (code) => new PoolTrainingError(code),
      deathOf: () => new PoolTrainingError('worker-failed'),
      onEvent: (event) => {
        if (!('run' in event) || event.run === this.run) this.listeners.tell(event);
      },
      onDeath: () => {
        this.line = null;
        this.listeners.tell({ type: 'failed', code: 'worker-failed' });
      },
    });
  }
}

function start(): Port {
  return new PatientPort(() =>
    workerPort(new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' })),
  );
}
