import { SerialQueue } from '@/base/serial-queue';
import type { BenchRun } from '@/client/training/bench-run';
import type { BesideBench } from '@/client/training/beside-bench';
import { SnapshotCell } from '@/client/training/snapshot-cell';
import { engineErrorCode, type Trainer } from '@/client/training/trainer';
import { EngineError, type EngineErrorCode } from '@/engine/engine-error';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { RefusalCode } from '@/protocol/refusals';
import { lastValidated } from '@/protocol/run-figures';
import { measureCost } from './measure-cost';
import {
  estimateMs,
  extremes,
  type MeasuredCost,
  type SweepDevice,
  stepOperations,
  timeLeft,
  workersFor,
} from './sweep-budget';
import { SweepLane } from './sweep-lane';
import { type SweepPlan, type SweptSetting, type SweptValue, sweptExperiments } from './sweep-plan';

/** One value that is tried. `left`: the sweep ended before it. */
export interface SweepTrial extends SweptValue {
  state: 'waiting' | 'training' | 'finished' | 'diverged' | 'left';
  /** On all validation pictures; null: there is none. */
  accuracy: number | null;
}

export interface SweepSnapshot {
  /** `held`: the teacher has paused the class. */
  is: 'idle' | 'going' | 'held' | 'over';
  /** How it came to its end; null before. */
  ended: 'done' | 'stopped' | 'budget' | 'failed' | null;
  setting: SweptSetting;
  /** In the order of their values. */
  trials: readonly SweepTrial[];
  /** How far it is, 0…1. */
  share: number;
  error: EngineErrorCode | null;
  /** Why the class does not keep one of its runs; null: it does, or there is no class. */
  refused: RefusalCode | null;
}

export interface SweepMeans {
  ground: Pick<BesideBench, 'gate' | 'subscribe' | 'keep'>;
  device: SweepDevice;
  makeTrainer: () => Trainer;
  now?: () => number;
  /** Milliseconds of work at most. */
  mostWorkMs?: number;
}

const IDLE: SweepSnapshot = {
  is: 'idle',
  ended: null,
  setting: 'learningRate',
  trials: [],
  share: 0,
  error: null,
  refused: null,
};

/**
 * Tries many values of one setting on this device: each is a training of its own, from the same seed, in workers beside that of the bench. What is over is a
 * run of the student like any other. Ends by itself when the work that a device may be asked for is done.
 */
export class Sweep {
  private readonly cell = new SnapshotCell<SweepSnapshot>(IDLE);
  private readonly now: () => number;
  private readonly costs = new Map<string, Promise<MeasuredCost>>();
  private lanes: SweepLane[] = [];
  private backend: Backend | 'auto' = 'auto';
  /** One after another: they share a worker. */
  private readonly measurements = new SerialQueue();
  /** Costs that are being measured. */
  private readonly measuring = new Set<string>();
  /** Counts the times that the workers were ended. */
  private generation = 0;
  private workedMs = 0;
  /** When the lanes that go on now began to. */
  private goingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly means: SweepMeans) {
    this.now = means.now ?? (() => performance.now());
    means.ground.subscribe(() => this.gateChanged());
  }

  snapshot(): SweepSnapshot {
    return this.cell.get();
  }

  subscribe(listener: () => void): () => void {
    return this.cell.subscribe(listener);
  }

  /** Workers that a sweep has here. */
  get workers(): number {
    return workersFor(this.means.device);
  }

  /**
   * Milliseconds of work that a plan takes on this device, measured where that is not known yet. Rejects with an EngineError; null: a sweep is going
   * on, whose trainings a measurement would disturb.
   */
  async estimate(draft: Experiment, plan: SweepPlan, backend: Backend | 'auto'): Promise<number | null> {
    const experiments = sweptExperiments(draft, plan).map(({ experiment }) => experiment);
    const measured: MeasuredCost[] = [];
    for (const experiment of extremes(experiments)) {
      if (this.isGoing) return null;
      measured.push(await this.costOf(experiment, backend));
    }
    return estimateMs(experiments, measured);
  }

  /** Begins a sweep; one that is going on is stopped. */
  start(draft: Experiment, plan: SweepPlan, backend: Backend | 'auto'): void {
    this.end('stopped');
    if (this.means.ground.gate() !== 'open') return;
    // What is being measured would go on in the middle of a training.
    if (this.measuring.size > 0) this.freeLanes();
    const { setting } = plan;
    this.backend = backend;
    this.workedMs = 0;
    const trials = sweptExperiments(draft, plan).map(
      (swept): SweepTrial => ({ ...swept, state: 'waiting', accuracy: null }),
    );
    this.cell.change({ ...IDLE, is: 'going', setting, trials });
    const count = Math.min(this.workers, trials.length);
    while (this.lanes.length < count) this.lanes.push(this.newLane());
    this.clockOn();
    for (const lane of this.lanes) void this.workOn(lane);
  }

  /** Leaves what is not over; what is stays. */
  stop(): void {
    this.end('stopped');
  }

  /** Ends the workers that nobody needs any more, where nothing is going on. */
  rest(): void {
    if (!this.isGoing) this.freeLanes();
  }

  private get isGoing(): boolean {
    const { is } = this.snapshot();
    return is === 'going' || is === 'held';
  }

  private newLane(): SweepLane {
    return new SweepLane(this.means.makeTrainer(), () =>
      this.cell.changeSoon(() => ({ share: this.shareDone() })),
    );
  }

  private freeLanes(): void {
    this.generation += 1;
    for (const key of this.measuring) this.costs.delete(key);
    this.measuring.clear();
    for (const lane of this.lanes.splice(0)) lane.dispose();
  }

  private costOf(experiment: Experiment, backend: Backend | 'auto'): Promise<MeasuredCost> {
    const key = `${backend} ${stepOperations(experiment)} ${experiment.batchSize} ${experiment.optimizer}`;
    const known = this.costs.get(key);
    if (known) return known;
    const { generation } = this;
    const cost = this.measurements.run(() => {
      if (generation !== this.generation) throw new EngineError('not-begun', 'nobody waits for it');
      const [lane = this.newLane()] = this.lanes;
      this.lanes = [lane];
      return measureCost(lane.trainer, experiment, backend, this.now);
    });
    this.costs.set(key, cost);
    this.measuring.add(key);
    const settled = (forget: boolean) => {
      if (generation !== this.generation) return;
      this.measuring.delete(key);
      if (forget) this.costs.delete(key);
    };
    cost.then(
      () => settled(false),
      () => settled(true),
    );
    return cost;
  }

  /** Takes the next value, and the next, until there is none. */
  private async workOn(lane: SweepLane): Promise<void> {
    for (;;) {
      const next = this.snapshot().trials.find(({ state }) => state === 'waiting');
      if (!next || !this.lanes.includes(lane)) break;
      this.changeTrial(next.value, { state: 'training' });
      const outcome = await lane.train(next.experiment, this.backend);
      if (!this.lanes.includes(lane)) return;
      if ('failed' in outcome) {
        this.end('failed', outcome.failed);
        return;
      }
      this.over(next.value, outcome.run);
    }
    if (this.isGoing && this.snapshot().trials.every(({ state }) => state !== 'training')) this.end('done');
  }

  private over(value: number, run: BenchRun): void {
    const diverged = run.state === 'diverged';
    this.changeTrial(value, {
      state: diverged ? 'diverged' : 'finished',
      accuracy: diverged
        ? null
        : (run.report?.accuracy ?? lastValidated(run.series.points())?.validationAccuracy ?? null),
    });
    void this.means.ground
      .keep(run)
      .then((refused) => refused && this.cell.change({ refused }))
      .catch((error: unknown) => this.end('failed', engineErrorCode(error)));
  }

  private changeTrial(value: number, change: Partial<SweepTrial>): void {
    const trials = this.snapshot().trials.map((trial) =>
      trial.value === value ? { ...trial, ...change } : trial,
    );
    this.cell.change({ trials });
    this.cell.change({ share: this.shareDone() });
  }

  private shareDone(): number {
    const { trials } = this.snapshot();
    if (trials.length === 0) return 0;
    const over = trials.filter(({ state }) => state === 'finished' || state === 'diverged').length;
    const partial = this.isGoing ? this.lanes.reduce((sum, lane) => sum + (lane.share % 1), 0) : 0;
    return Math.min(1, (over + partial) / trials.length);
  }

  private end(ended: NonNullable<SweepSnapshot['ended']>, error: EngineErrorCode | null = null): void {
    if (!this.isGoing) return;
    this.clockOff();
    // A worker in the middle of a training ends with it; who tries again has a fresh one.
    this.freeLanes();
    const trials = this.snapshot().trials.map(
      (trial): SweepTrial =>
        trial.state === 'waiting' || trial.state === 'training' ? { ...trial, state: 'left' } : trial,
    );
    this.cell.change({ is: 'over', ended, error, trials, share: 1 });
  }

  private gateChanged(): void {
    const gate = this.means.ground.gate();
    const { is } = this.snapshot();
    if (gate === 'closed') {
      this.end('stopped');
      this.freeLanes();
      return;
    }
    if (gate === 'held' && is === 'going') {
      this.clockOff();
      for (const lane of this.lanes) lane.hold();
      this.cell.change({ is: 'held' });
    } else if (gate === 'open' && is === 'held') {
      this.cell.change({ is: 'going' });
      for (const lane of this.lanes) lane.goOn();
      this.clockOn();
    }
  }

  private clockOn(): void {
    this.goingSince = this.now();
    this.timer = setTimeout(
      () => this.end('budget'),
      timeLeft(this.workedMs, this.lanes.length, this.means.mostWorkMs),
    );
  }

  private clockOff(): void {
    clearTimeout(this.timer);
    if (this.snapshot().is !== 'going') return;
    this.workedMs += (this.now() - this.goingSince) * this.lanes.length;
  }
}
