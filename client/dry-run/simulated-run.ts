import type { RunWire } from '@/client/live/class-session';
import { randomId } from '@/client/live/random-id';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import { LIMITS } from '@/protocol/limits';
import type { Batch, Point } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

/** Milliseconds between two batches, as a student's page sends them. */
const BATCH_MS = 500;
/** So many refusals in a row mean that the run is wanted no more. */
const REFUSALS = 5;

/** The points of one run, in numbered batches, each acknowledged before the next. What got no answer is sent again once the run is opened anew. */
export class SimulatedRun {
  readonly id = randomId();
  private epoch = 0;
  private highWater = 0;
  private sequence = 0;
  private points: Point[] = [];
  private sentAt = Number.NEGATIVE_INFINITY;
  private readonly startedAt = Date.now();

  constructor(
    private readonly wire: RunWire,
    private readonly experiment: Experiment,
    private readonly backend: Backend,
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {}

  /** Opens the run, or takes it up again; whether the server took it. */
  async open(): Promise<boolean> {
    const { id: runId, experiment, backend, startedAt } = this;
    const answer = await this.wire.attachRun({ runId, experiment, backend, startedAt });
    if (!answer?.ok) return false;
    this.epoch = answer.epoch;
    this.highWater = answer.highWater;
    return true;
  }

  /** Another point: sent with those before it, when their time has come. False: the run is wanted no more. */
  async add(point: Point): Promise<boolean> {
    this.points.push(point);
    if (performance.now() - this.sentAt < BATCH_MS && this.points.length < LIMITS.pointsPerBatch) return true;
    return this.send('training');
  }

  /** Sends what there is, and the state of the run. */
  async send(state: RunState): Promise<boolean> {
    this.sequence += 1;
    const batch: Batch = { sequence: this.sequence, points: this.points, state, report: null };
    this.points = [];
    this.sentAt = performance.now();
    for (let refusals = 0; this.highWater < batch.sequence; ) {
      const answer = await this.wire.appendBatch({ runId: this.id, epoch: this.epoch, batch });
      if (answer?.ok) {
        this.highWater = answer.highWater;
        continue;
      }
      if (answer !== null) refusals += 1;
      if (refusals > REFUSALS) return false;
      await this.sleep(BATCH_MS);
      await this.open();
    }
    return true;
  }
}
