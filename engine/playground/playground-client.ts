import { Listeners } from '@/base/listeners';
import type { PointSet } from '@/engine/points/point-set';
import { PatientWorker, type Port } from '@/engine/worker/patient-worker';
import type { Begun, FromWorker, PlaygroundEvent, RequestName, Requests, Speed, ToWorker } from './messages';
import { PlaygroundError } from './playground-error';
import type { Adjustable, TrainingStanding } from './playground-training';
import type { PlaygroundSetup } from './setup';

/** The part of a Worker that the client uses; tests put their own in its place. */
export type WorkerPort = Port<ToWorker, FromWorker>;

export interface PlaygroundClientOptions {
  startWorker?: () => WorkerPort;
  /** Cells along each side of the surface and of a unit's picture. */
  surfaceSize?: number;
  unitSize?: number;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: PlaygroundError) => void;
}

/**
 * The page's side of the 2-D trainer: owns the worker, gives each request a promise (rejected with PlaygroundError), passes events
 * on and drops those of older runs. After a 'frame' event was drawn, call `drawn()`: that is when the next one is made,
 * so that a slow page is never flooded.
 */
export class PlaygroundClient {
  private readonly worker: WorkerPort;
  private readonly surfaceSize: number;
  private readonly unitSize: number;
  private readonly listeners = new Listeners<[event: PlaygroundEvent]>();
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private run = 0;
  private dead = false;

  constructor({ startWorker = start, surfaceSize = 100, unitSize = 24 }: PlaygroundClientOptions = {}) {
    this.surfaceSize = surfaceSize;
    this.unitSize = unitSize;
    this.worker = startWorker();
    this.worker.onmessage = (event) => this.hear(event.data);
    this.worker.onerror = (event) => this.die(event.message);
  }

  /** Tells of every event; returns how to stop. */
  subscribe(listener: (event: PlaygroundEvent) => void): () => void {
    return this.listeners.add(listener);
  }

  /** @param own the person's points, where the setup says 'own' */
  begin(setup: PlaygroundSetup, own: PointSet | null = null): Promise<Begun> {
    this.run++;
    const { surfaceSize, unitSize } = this;
    return this.ask('begin', { run: this.run, setup, own, surfaceSize, unitSize });
  }

  train(): Promise<null> {
    return this.ask('train', {});
  }

  pause(): Promise<null> {
    return this.ask('pause', {});
  }

  step(count = 1): Promise<TrainingStanding> {
    return this.ask('step', { count });
  }

  rewind(): Promise<null> {
    return this.ask('rewind', {});
  }

  /** Answers the weight's value before. */
  setWeight(index: number, value: number): Promise<number> {
    return this.ask('setWeight', { index, value });
  }

  setWeights(weights: Float32Array): Promise<null> {
    return this.ask('setWeights', { weights });
  }

  /** Goes to where an earlier page left the training. */
  resume(weights: Float32Array, step: number): Promise<null> {
    return this.ask('resume', { weights, step });
  }

  adjust(change: Partial<Adjustable>): Promise<null> {
    return this.ask('adjust', change);
  }

  setSpeed(speed: Speed): Promise<null> {
    return this.ask('speed', { speed });
  }

  /** Frames carry the picture of this hidden unit large; null: of none. Every `begin` ends it. */
  enlarge(unit: number | null): Promise<null> {
    return this.ask('enlarge', { unit });
  }

  weights(): Promise<Requests['weights']['answer']> {
    return this.ask('weights', {});
  }

  /** The last frame is on the screen. */
  drawn(): void {
    if (!this.dead) this.worker.postMessage({ name: 'drawn' });
  }

  /** Ends the worker; whatever is still waiting fails with 'not-begun'. */
  dispose(): void {
    this.dead = true;
    this.worker.terminate();
    this.failAll(new PlaygroundError('not-begun', 'disposed'));
    this.listeners.clear();
  }

  private ask<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Requests[N]['answer']> {
    if (this.dead) return Promise.reject(new PlaygroundError('worker-failed', 'the worker has ended'));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, name, input } as ToWorker);
    });
  }

  private hear(message: FromWorker): void {
    if (message.type === 'answer' || message.type === 'refusal') {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.type === 'answer') waiting?.resolve(message.value as never);
      else waiting?.reject(new PlaygroundError(message.code, message.detail));
      return;
    }
    if ('run' in message && message.run !== null && message.run !== this.run) return;
    this.listeners.tell(message);
  }

  private die(detail: string): void {
    this.dead = true;
    this.worker.terminate();
    this.failAll(new PlaygroundError('worker-failed', detail));
    this.listeners.tell({ type: 'error', run: null, code: 'worker-failed', detail });
  }

  private failAll(error: PlaygroundError): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

function start(): WorkerPort {
  return new PatientWorker<ToWorker, FromWorker>(
    () => new Worker(new URL('./playground.worker.ts', import.meta.url), { type: 'module' }),
  );
}
