import { Caller } from '@/base/line/caller';
import type { Port } from '@/base/line/port';
import { Listeners } from '@/base/listeners';
import { PatientPort } from '@/engine/line/patient-port';
import { workerPort } from '@/engine/line/worker-port';
import type { PointSet } from '@/engine/points/point-set';
import type { Finding } from '@/protocol/finding';
import type {
  PlaygroundBegun,
  PlaygroundEvent,
  PlaygroundRefusal,
  PlaygroundRequestName,
  PlaygroundRequests,
  Speed,
} from './messages';
import { PlaygroundError } from './playground-error';
import type { Adjustable, TrainingStanding } from './playground-training';
import type { PlaygroundSetup } from './setup';

export interface PlaygroundClientOptions {
  startWorker?: () => Port;
  /** Cells along each side of the surface and of a unit's picture. */
  surfaceSize?: number;
  unitSize?: number;
}

/**
 * The page's side of the 2-D trainer: owns the worker, gives each request a promise (rejected with PlaygroundError), passes events
 * on and drops those of older runs. After a 'frame' event was drawn, call `drawn()`: that is when the next one is made,
 * so that a slow page is never flooded.
 */
export class PlaygroundClient {
  private readonly line: Caller<PlaygroundRequests, PlaygroundEvent, PlaygroundRefusal>;
  private readonly surfaceSize: number;
  private readonly unitSize: number;
  private readonly listeners = new Listeners<[event: PlaygroundEvent]>();
  private run = 0;

  constructor({ startWorker = start, surfaceSize = 100, unitSize = 24 }: PlaygroundClientOptions = {}) {
    this.surfaceSize = surfaceSize;
    this.unitSize = unitSize;
    this.line = new Caller<PlaygroundRequests, PlaygroundEvent, PlaygroundRefusal>(startWorker(), {
      refused: ({ code, detail }) => new PlaygroundError(code, detail),
      deathOf: ({ message }) => new PlaygroundError('worker-failed', message),
      onEvent: (event) => {
        if (event.run === null || event.run === this.run) this.listeners.tell(event);
      },
      onDeath: ({ message: detail }) =>
        this.listeners.tell({ type: 'error', run: null, code: 'worker-failed', detail }),
    });
  }

  /** Tells of every event; returns how to stop. */
  subscribe(listener: (event: PlaygroundEvent) => void): () => void {
    return this.listeners.add(listener);
  }

  /** @param own the person's points, where the setup says 'own' */
  begin(setup: PlaygroundSetup, own: PointSet | null = null): Promise<PlaygroundBegun> {
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

  /** What the doctor says of the network now. */
  examine(): Promise<readonly Finding[]> {
    return this.ask('examine', {});
  }

  weights(): Promise<PlaygroundRequests['weights']['answer']> {
    return this.ask('weights', {});
  }

  /** The last frame is on the screen. */
  drawn(): void {
    // Of a worker that has died everybody has heard.
    this.ask('drawn', {}).catch(() => {});
  }

  /** Ends the worker; whatever is still waiting fails with 'not-begun'. */
  dispose(): void {
    this.line.close(new PlaygroundError('not-begun', 'disposed'));
    this.listeners.clear();
  }

  private ask<N extends PlaygroundRequestName>(
    name: N,
    input: PlaygroundRequests[N]['input'],
  ): Promise<PlaygroundRequests[N]['answer']> {
    return this.line.ask(name, input);
  }
}

function start(): Port {
  return new PatientPort(() =>
    workerPort(new Worker(new URL('./playground.worker.ts', import.meta.url), { type: 'module' })),
  );
}
