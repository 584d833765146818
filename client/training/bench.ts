import type { Progress } from '@/engine/digits/picture-store';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { ClientEvent } from '@/engine/worker/trainer-client';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Point } from '@/protocol/run';
import { lastValidated } from '@/protocol/run-figures';
import { BenchRun, wireReport } from './bench-run';
import type { BenchStorage } from './bench-storage';
import type { CheckpointChoice } from './checkpoint-choice';
import {
  advanceRun,
  isWorthKeeping,
  type RunEnd,
  type RunLifeEffect,
  type RunLifeEvent,
} from './run-machine';
import { RunRecorder, type RunSink } from './run-recorder';
import type { Trainer } from './trainer';

/** A checkpoint above this size (bytes) goes to disk less often: it can be some megabytes every three seconds. */
const LARGE_CHECKPOINT = 2 * 1024 * 1024;
const LARGE_EVERY_MS = 15_000;

/** What the bench tells of the run on it. */
export type BenchNews =
  /** Something to draw has changed; `soon`: a stream of points, a few times a second is enough. */
  | { type: 'changed'; when: 'now' | 'soon' }
  /** It has finished or diverged and its last batch is in the outbox. */
  | { type: 'ended'; run: BenchRun }
  /** Another page has taken it. */
  | { type: 'taken' };

export interface BenchMeans {
  trainer: Trainer;
  storage: Pick<BenchStorage, 'save' | 'clear'>;
  /** Under which the current run is kept. */
  key: string;
  now: () => number;
  /** What the tab is called. */
  tab: string;
  /** Whether the run is to go on by itself when the class allows it. */
  goesOn: () => boolean;
  /** After how many steps a training stands still by itself; null, or left out: at its end. */
  until?: () => number | null;
  /** Where batches go; null without a class. */
  sink: () => RunSink | null;
  /** What keeps moments of runs with the class; null without one. */
  keeper: () => CheckpointChoice | null;
  tell: (news: BenchNews) => void;
  /** Do one thing after another, in turn with what a person asks for. */
  inTurn: (act: () => Promise<void>) => Promise<void>;
}

/** The current run: stands in the worker, is recorded in the outbox, and is kept for the next page. */
export class Bench {
  run: BenchRun | null = null;
  private recorder: RunRecorder | null = null;
  private savedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly means: BenchMeans) {}

  /** Puts a run on the bench. @param recorded what the outbox knows of it from earlier pages */
  put(run: BenchRun, recorded: { points: Point[]; lastStep: number; pointCount: number } | null): void {
    if (recorded) {
      run.series.replace([...run.series.points(), ...recorded.points]);
      run.recordedStep = Math.max(run.recordedStep, recorded.lastStep);
    }
    this.run = run;
    this.recorder = new RunRecorder(
      this.means.sink(),
      () => run.toAttach(),
      () => this.loseTo(run),
      { pointCount: recorded?.pointCount ?? 0, now: this.means.now },
    );
  }

  /** Puts the current run aside, `stopped` if it was open, and a new one in its place. Returns the old one. */
  async replace(experiment: Experiment): Promise<BenchRun | null> {
    const old = await this.leave('aside');
    this.put(new BenchRun(experiment, undefined, this.means.now()), null);
    return old;
  }

  /** Leaves the current run. @param how `by`: as it stands, since it may be taken up again; else `stopped` if it was open */
  async leave(how: 'aside' | 'by'): Promise<BenchRun | null> {
    const old = this.run;
    if (!old) return null;
    await this.halt();
    if (how === 'aside') this.happened(old, { type: 'put-aside' });
    this.means.keeper()?.settle(old.id, how === 'aside' ? 'ended' : 'stands');
    await this.flush();
    this.recorder?.end();
    if (!old.taken) void this.means.storage.clear(this.means.key);
    return old;
  }

  /** Builds the run in the worker where it does not stand there yet. Rejects with an EngineError. */
  async begin(backend: Backend | 'auto', loaded: (progress: Progress) => void): Promise<void> {
    const { run } = this;
    if (!run || run.begun) return;
    const { trainer } = this.means;
    // The code that trains comes beside the pictures. Where it does not, `begin` says so.
    const { dataset } = run.experiment;
    trainer.prepare(dataset).catch(() => undefined);
    loaded(await trainer.load(dataset));
    const network = await trainer.begin(run.experiment, {
      backend,
      checkpoint: run.checkpoint,
      emitAfterStep: run.recordedStep,
    });
    this.happened(run, { type: 'built', network });
    run.runsOn(network.backend);
  }

  async train(): Promise<void> {
    const { run } = this;
    await this.means.trainer.train(this.means.until?.() ?? null);
    if (run) this.happened(run, { type: 'trains' });
  }

  async step(): Promise<void> {
    const { run } = this;
    const point = await this.means.trainer.step();
    if (!run) return;
    this.takePoint(run, point);
    this.happened(run, { type: 'stepped' });
  }

  /** Stops the worker where it trains. */
  async halt(): Promise<void> {
    const { run } = this;
    if (run?.state !== 'training') return;
    await this.means.trainer.pause();
    this.happened(run, { type: 'stands', unasked: false });
  }

  /** Resolves when everything recorded so far is in the outbox. */
  flush(): Promise<void> {
    return this.recorder?.flush() ?? Promise.resolve();
  }

  /** Keeps the run for the next page, where it is worth it. */
  save(): void {
    const { run, means } = this;
    if (!run || !isWorthKeeping(run.life)) return;
    this.savedAt = means.now();
    void means.storage.save(means.key, run.toSaved(this.savedAt, means.goesOn(), means.tab));
  }

  /** Keeps the run at its start: it began with weights that nothing else gives. */
  async saveStart(): Promise<void> {
    const { run, means } = this;
    if (run?.state === 'ready')
      await means.storage.save(means.key, run.toSaved(means.now(), false, means.tab));
  }

  /** The run is another page's from now on. */
  loseTo(run: BenchRun): void {
    if (run.taken) return;
    this.happened(run, { type: 'taken' });
    if (run === this.run) this.means.tell({ type: 'taken' });
  }

  /** What the worker tells of the run. */
  heard(event: ClientEvent): void {
    const { run } = this;
    if (!run) return;
    // What stands in the worker before a run has begun there is another's.
    if (!run.begun && event.type !== 'backend') return;
    switch (event.type) {
      case 'backend':
        run.runsOn(event.facts);
        this.means.tell({ type: 'changed', when: 'now' });
        break;
      case 'point':
        this.takePoint(run, event.point);
        break;
      case 'state':
        if (event.state === 'training') this.happened(run, { type: 'trains' });
        else if (event.state === 'paused') this.happened(run, { type: 'stands', unasked: true });
        else if (event.state !== 'ready') this.happened(run, { type: 'came-to-end', end: event.state });
        break;
      case 'findings':
        run.findings = event.findings;
        this.means.tell({ type: 'changed', when: 'now' });
        break;
      case 'checkpoint':
        void this.keepCheckpoint(run, event.checkpoint);
        break;
    }
  }

  private takePoint(run: BenchRun, point: Point): void {
    if (!run.series.add(point)) return;
    if (point.step > run.recordedStep) {
      run.recordedStep = point.step;
      this.recorder?.point(point);
    }
    this.means.tell({ type: 'changed', when: 'soon' });
  }

  private happened(run: BenchRun, event: RunLifeEvent): void {
    const { life, effects } = advanceRun(run.life, event);
    run.life = life;
    for (const effect of effects) this.perform(run, effect);
  }

  private perform(run: BenchRun, effect: RunLifeEffect): void {
    const isCurrent = run === this.run;
    switch (effect.type) {
      case 'record':
        if (isCurrent) void this.recorder?.enter(effect.state);
        break;
      case 'conclude':
        void this.means.inTurn(() => this.conclude(run, effect.end));
        break;
      case 'stop-recording':
        if (isCurrent) this.recorder?.end();
        break;
      case 'save':
        if (isCurrent) this.save();
        break;
      case 'draw':
        this.means.tell({ type: 'changed', when: 'now' });
    }
  }

  private async conclude(run: BenchRun, end: RunEnd): Promise<void> {
    const report = end === 'finished' ? await this.means.trainer.report().catch(() => null) : null;
    run.report = report ?? run.report;
    if (run === this.run) await this.recorder?.enter(end, wireReport(report));
    if (!run.taken) this.means.keeper()?.settle(run.id, 'ended');
    this.happened(run, { type: 'end-recorded' });
    this.means.tell({ type: 'ended', run });
  }

  /** Points first, checkpoint after: what a restored training tells again begins where the record ends. */
  private async keepCheckpoint(run: BenchRun, checkpoint: Checkpoint): Promise<void> {
    run.checkpoint = checkpoint;
    this.keepMoment(run, checkpoint);
    if (run.state === 'training' && Math.abs(this.means.now() - this.savedAt) < saveInterval(checkpoint))
      return;
    await this.recorder?.flush();
    if (run === this.run) this.save();
  }

  private keepMoment(run: BenchRun, { step, weights }: Checkpoint): void {
    if (run.taken) return;
    const measured = lastValidated(run.series.points());
    this.means.keeper()?.offer({
      runId: run.id,
      step,
      weights,
      validationLoss: measured?.validationLoss ?? null,
      validationAccuracy: measured?.validationAccuracy ?? null,
      findings: run.findings,
    });
    if (run.state !== 'training') this.means.keeper()?.settle(run.id, 'stands');
  }

  /** The network stands in the worker no more; the next attempt builds it from the checkpoint. */
  tearDown(): void {
    if (this.run) this.happened(this.run, { type: 'torn-down' });
  }
}

function saveInterval({ weights, slots }: Checkpoint): number {
  return weights.byteLength + slots.byteLength > LARGE_CHECKPOINT ? LARGE_EVERY_MS : 0;
}
