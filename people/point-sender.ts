import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Batch, Point, RunReport } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import { freshId } from './credentials';
import type { Tab } from './tab';

/** Milliseconds between two batches of a run; a real student's browser sends no more often either. */
const BATCH_MS = 500;
/** Points of a batch at most. */
const BATCH_POINTS = 32;
/** Milliseconds until a server that was away is asked again. */
const AGAIN_MS = 500;
/** So many refusals of one batch in a row mean that it is wanted no more. */
const REFUSALS = 20;

/**
 * Collects the points of one run and sends them as numbered batches, each acknowledged before the next. What a server that was away did
 * not acknowledge is sent again once the run is opened anew.
 */
export class PointSender {
  readonly runId = freshId();
  private readonly startedAt = Date.now();
  private epoch = 0;
  private highWater = 0;
  private sequence = 0;
  private points: Point[] = [];
  private sentAt = 0;

  constructor(
    private readonly tab: Tab,
    private readonly experiment: Experiment,
    private readonly backend: Backend,
    /** Whether nobody needs the run any more. */
    private readonly isOver: () => boolean,
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {}

  /** Opens the run; whether the server took it. */
  async open(): Promise<boolean> {
    const { experiment, backend, startedAt } = this;
    const opened = await this.tab.attachRun(this.runId, { experiment, backend, startedAt });
    if (!opened.ok) return false;
    this.epoch = opened.epoch;
    this.highWater = opened.highWater;
    return true;
  }

  /** Another point: sent with those before it, when their time has come. */
  async add(point: Point): Promise<void> {
    this.points.push(point);
    if (Date.now() - this.sentAt < BATCH_MS && this.points.length < BATCH_POINTS) return;
    await this.send('training');
  }

  /** Sends what there is, and the state of the run. */
  async send(state: RunState, report: RunReport | null = null): Promise<void> {
    this.sequence += 1;
    const batch: Batch = { sequence: this.sequence, points: this.points, state, report };
    this.points = [];
    this.sentAt = Date.now();
    for (let refusals = 0; refusals < REFUSALS && !this.isOver() && this.highWater < batch.sequence; ) {
      const answer = await this.tab.append(this.runId, this.epoch, batch).catch(() => null);
      if (answer?.ok) return;
      // A refusal may come of a line that was lost: the run is opened anew.
      await this.sleep(AGAIN_MS);
      const opened = await this.open().catch(() => null);
      if (opened !== null) refusals += 1;
    }
  }
}
