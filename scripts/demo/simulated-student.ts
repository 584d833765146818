import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Examples } from '@/engine/digits/examples';
import { TrainableNetwork } from '@/engine/network/trainable-network';
import type { TrainPictures } from '@/engine/training/batches';
import { breathe } from '@/engine/training/breathe';
import { startOf } from '@/engine/training/start-of';
import { type Emission, Training } from '@/engine/training/training';
import type { Checkpoint } from '@/engine/worker/messages';
import { reportOn } from '@/engine/worker/session-answers';
import type { Credentials } from '@/protocol/attach';
import type { ClientToServer, ServerToClient } from '@/protocol/events';
import type { Experiment } from '@/protocol/experiment';
import type { Batch, Point, RunReport, RunState } from '@/protocol/run';
import { studentAuthorization, submissionPath } from '@/protocol/submission';

/** Milliseconds between two batches of a run; a real student's browser sends no more often either. */
const BATCH_MS = 500;

export interface Pictures extends TrainPictures {
  readonly validation: Examples;
}

/**
 * A student without a browser: joins over a real socket, really trains with the product's engine in this process,
 * sends its points batch by batch and hands its weights in.
 */
export class SimulatedStudent {
  readonly credentials: Credentials = {
    studentId: randomBytes(16).toString('hex'),
    secret: randomBytes(32).toString('hex'),
  };
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private paused = false;
  private ended = false;

  constructor(
    private readonly origin: string,
    private readonly code: string,
    readonly nickname: string,
    private readonly pictures: Pictures,
    /** Waits, and is cut short when the demo ends. */
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {
    this.socket = io(origin, { transports: ['websocket'], forceNew: true });
    this.socket.on('view', (view) => {
      this.paused = view.class.paused;
      this.ended = view.class.phase === 'ended';
    });
    this.socket.on('detached', () => {
      this.ended = true;
    });
  }

  /** Joins the class. @throws Error with the refusal's code */
  async join(): Promise<void> {
    const { code, nickname, credentials } = this;
    const answer = await this.socket
      .timeout(15_000)
      .emitWithAck('attach', { code, as: { kind: 'newcomer', nickname, credentials } });
    if (!answer.ok) throw new Error(`${nickname} was refused: ${answer.code}`);
    this.paused = answer.view.class.paused;
  }

  /** Trains one experiment from start to end, and hands the network in where it did not diverge. */
  async trainOnce(experiment: Experiment): Promise<void> {
    const runId = randomBytes(16).toString('hex');
    const attached = await this.socket.timeout(15_000).emitWithAck('run:attach', {
      runId,
      experiment,
      backend: 'wasm',
      startedAt: Date.now(),
    });
    if (!attached.ok) return;
    const send = this.sender(runId, attached.epoch);
    const training = new Training(experiment, {
      pictures: this.pictures,
      breathe,
      now: () => performance.now(),
      readEvery: 1,
      guard: (promise) => promise,
    });
    let last: Checkpoint | null = null;
    let state: RunState = 'training';
    try {
      while (state === 'training' || (state === 'paused' && !this.ended)) {
        for await (const emission of training.run()) {
          state = runStateOf(emission) ?? state;
          if (emission.type === 'checkpoint') last = emission.checkpoint;
          if (emission.type === 'point') await send(emission.point, 'training');
          if (this.paused || this.ended) training.stop();
          // Leaves the processor to the other students and to whoever watches.
          await this.sleep(40);
        }
        if (state === 'paused') await send(null, 'paused');
        while (this.paused && !this.ended) await this.sleep(500);
      }
    } finally {
      training.dispose();
    }
    if (last && state === 'finished') {
      await send(null, 'finished', await this.report(experiment, last));
      await this.handIn(runId, last.weights);
    } else {
      await send(null, state === 'paused' ? 'stopped' : state);
    }
  }

  leave(): void {
    this.ended = true;
    this.socket.disconnect();
  }

  get isOver(): boolean {
    return this.ended;
  }

  /** Collects points and sends them as numbered batches, each acknowledged before the next. */
  private sender(runId: string, epoch: number) {
    let sequence = 0;
    let points: Point[] = [];
    let sentAt = 0;
    return async (point: Point | null, state: RunState, report: RunReport | null = null) => {
      if (point) points.push(point);
      if (point && Date.now() - sentAt < BATCH_MS && points.length < 32) return;
      sequence += 1;
      const batch: Batch = { sequence, points, state, report };
      points = [];
      sentAt = Date.now();
      await this.socket.timeout(15_000).emitWithAck('run:append', { runId, epoch, batch });
    };
  }

  private async report(experiment: Experiment, checkpoint: Checkpoint): Promise<RunReport> {
    const network = new TrainableNetwork(
      { ...experiment, optimizer: 'sgd' },
      { ...startOf(experiment), weights: checkpoint.weights },
    );
    try {
      const { confusion } = await reportOn(
        network,
        experiment,
        this.pictures.validation,
        checkpoint.seconds,
        breathe,
      );
      return { confusion, seconds: checkpoint.seconds };
    } finally {
      network.dispose();
    }
  }

  private async handIn(runId: string, weights: Float32Array): Promise<void> {
    await fetch(this.origin + submissionPath(this.code, runId), {
      method: 'POST',
      headers: {
        authorization: studentAuthorization(this.credentials),
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(weights.buffer as ArrayBuffer, weights.byteOffset, weights.byteLength),
    });
  }
}

function runStateOf(emission: Emission): RunState | null {
  if (emission.type !== 'state') return null;
  return emission.state === 'ready' ? null : emission.state;
}
