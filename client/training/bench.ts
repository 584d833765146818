import type { Progress } from '@/engine/digits/picture-store';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { ClientEvent } from '@/engine/worker/trainer-client';
import type { Backend, Experiment } from '@/protocol/experiment';
import type { Point, RunState } from '@/protocol/run';
import { BenchRun, wireReport } from './bench-run';
import type { BenchStorage } from './bench-storage';
import { RunRecorder, type RunSink } from './run-recorder';
import type { Trainer } from './trainer';

/** A checkpoint above this size (bytes) goes to disk less often: it can be some megabytes every three seconds. */
const LARGE_CHECKPOINT = 2 * 1024 * 1024;
const LARGE_EVERY_MS = 15_000;

export interface BenchMeans {
  trainer: Trainer;
  storage: BenchStorage;
  /** Under which the current run is kept. */
  key: string;
  now: () => number;
  /** What the tab is called. */
  tab: string;
  /** Whether the run is to go on by itself when the class allows it. */
  goesOn: () => boolean;
  /** Where batches go; null without a class. */
  sink: () => RunSink | null;
  /** Something to draw has changed; `soon`: a stream of points, a few times a second is enough. */
  changed: (when: 'now' | 'soon') => void;
  /** The run has finished or diverged and its last batch is in the outbox. */
  ended: (run: BenchRun) => void;
  /** Another page has taken the run. */
  taken: (run: BenchRun) => void;
  /** Do one thing after another, in turn with what a person asks for. */
  inTurn: (act: () => Promise<void>) => Promise<void>;
}

/** The current run: stands in the worker, is recorded in the outbox, and is kept for the next page. */
export class Bench {
  run: BenchRun | null = null;
  private recorder: RunRecorder | null = null;
  private savedAt = Number.NEGATIVE_INFINITY;
  /** Has come to its end, of which the outbox does not know yet. */
  private ending: BenchRun | null = null;

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
      recorded?.pointCount ?? 0,
      this.means.now,
    );
  }

  /** Puts the current run aside, `stopped` if it was open, and a new one in its place. Returns the old one. */
  async replace(experiment: Experiment): Promise<BenchRun | null> {
    const old = this.run;
    if (old) {
      await this.halt();
      if (old.isOpen && !old.taken) {
        old.state = 'stopped';
        await this.recorder?.enter('stopped');
      }
      this.recorder?.end();
      if (!old.taken) void this.means.storage.clear(this.means.key);
    }
    this.put(new BenchRun(experiment, undefined, this.means.now()), null);
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
    run.begun = await trainer.begin(run.experiment, {
      backend,
      checkpoint: run.checkpoint,
      emitAfterStep: run.recordedStep,
    });
    run.backend = run.begun.backend;
  }

  async train(): Promise<void> {
    const { run } = this;
    await this.means.trainer.train();
    if (run?.state === 'ready' || run?.state === 'paused') this.enter(run, 'training');
  }

  async step(): Promise<void> {
    const { run } = this;
    const point = await this.means.trainer.step();
    if (!run) return;
    this.takePoint(run, point);
    if (run.state === 'ready' || run.state === 'training') this.enter(run, 'paused');
  }

  /** Stops the worker where it trains. */
  async halt(): Promise<void> {
    const { run } = this;
    if (run?.state !== 'training') return;
    await this.means.trainer.pause();
    // Unless it has come to its end just before.
    if ((run.state as RunState) === 'training') this.enter(run, 'paused');
  }

  /** Resolves when everything recorded so far is in the outbox. */
  flush(): Promise<void> {
    return this.recorder?.flush() ?? Promise.resolve();
  }

  /**
   * Keeps the run for the next page. One that stands at its start or is another page's is not kept, nor an end that is not in the
   * outbox: the next page would take the run for told of, and the server would never hear of its end.
   */
  save(): void {
    const { run, means } = this;
    if (!run || run.taken || run.state === 'ready' || run === this.ending) return;
    this.savedAt = means.now();
    void means.storage.save(means.key, run.toSaved(this.savedAt, means.goesOn(), means.tab));
  }

  /** The run is another page's from now on. */
  loseTo(run: BenchRun): void {
    if (run.taken) return;
    run.taken = true;
    if (run !== this.run) return;
    this.recorder?.end();
    this.means.taken(run);
  }

  /** What the worker tells of the run. */
  heard(event: ClientEvent): void {
    const { run } = this;
    if (!run) return;
    // What stands in the worker before a run has begun there is another's.
    if (!run.begun && event.type !== 'backend') return;
    switch (event.type) {
      case 'backend':
        run.backend = event.facts;
        this.means.changed('now');
        break;
      case 'point':
        this.takePoint(run, event.point);
        break;
      case 'state':
        if (event.state === 'training' || event.state === 'paused') {
          if (!run.hasEnded) this.enter(run, event.state);
        } else if (event.state !== 'ready' && !run.hasEnded) this.end(run, event.state);
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
    this.means.changed('soon');
  }

  private enter(run: BenchRun, state: 'training' | 'paused'): void {
    if (run.state === state) return;
    run.state = state;
    void this.recorder?.enter(state);
    this.save();
    this.means.changed('now');
  }

  private end(run: BenchRun, state: 'finished' | 'diverged'): void {
    run.state = state;
    this.ending = run;
    this.means.changed('now');
    void this.means.inTurn(async () => {
      const report = state === 'finished' ? await this.means.trainer.report().catch(() => null) : null;
      run.report = report ?? run.report;
      if (run === this.run) await this.recorder?.enter(state, wireReport(report));
      if (run === this.ending) this.ending = null;
      this.save();
      this.means.changed('now');
      this.means.ended(run);
    });
  }

  /** Points first, checkpoint after: what a restored training tells again begins where the record ends. */
  private async keepCheckpoint(run: BenchRun, checkpoint: Checkpoint): Promise<void> {
    run.checkpoint = checkpoint;
    if (run.state === 'training' && Math.abs(this.means.now() - this.savedAt) < saveInterval(checkpoint))
      return;
    await this.recorder?.flush();
    if (run === this.run) this.save();
  }

  /** The trainer has given up: it stands still, and the next attempt begins in a new worker from the checkpoint. */
  fail(): void {
    const { run } = this;
    if (!run) return;
    run.begun = null;
    if (run.state === 'training') this.enter(run, 'paused');
  }
}

function saveInterval({ weights, slots }: Checkpoint): number {
  return weights.byteLength + slots.byteLength > LARGE_CHECKPOINT ? LARGE_EVERY_MS : 0;
}
