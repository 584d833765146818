import { randomId } from '@/client/live/random-id';
import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { Checkpoint } from '@/engine/training/checkpoint';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { Begun, Report } from '@/engine/worker/messages';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Finding } from '@/protocol/finding';
import type { PictureRun, RunAttach, RunOrigin, RunReport } from '@/protocol/run';
import { isOpen, type RunState } from '@/protocol/run-state';
import type { SubmissionScored } from '@/protocol/submission';
import { countWeights } from '@/protocol/weight-shapes';
import type { SavedRun } from './bench-storage';
import type { CurrentRun } from './current-run';
import { PointSeries } from './point-series';
import { type RunLife, restoredLife, stateOfLife } from './run-machine';

/** The run on the bench, with all that belongs to it on this side of the wire. */
export class BenchRun {
  readonly series = new PointSeries();
  /** Where it stands; changed by the bench alone. */
  life: RunLife = { is: 'still', at: 'ready', network: null };
  backend: BackendFacts | null = null;
  checkpoint: Checkpoint | null = null;
  report: Report | null = null;
  findings: readonly Finding[] = [];
  scored: SubmissionScored | null = null;
  /** Points up to here are recorded, perhaps by an earlier page. -1: none. */
  recordedStep = -1;
  /** It comes from an earlier page, and the server's points are not merged in yet. */
  awaitsServerPoints = false;
  /** The moment of another run with whose weights it began. */
  continues: RunOrigin | undefined;
  /** Some of its steps were calculated by something else than the others. */
  private mixed = false;

  constructor(
    readonly experiment: Experiment,
    readonly id: string = randomId(),
    readonly startedAt: number = Date.now(),
  ) {}

  /** As an earlier page left it. One that was training stands still until somebody lets it go on. */
  static restore(saved: SavedRun): BenchRun {
    const run = new BenchRun(saved.experiment, saved.runId, saved.startedAt);
    run.life = restoredLife(saved.state);
    run.backend = saved.backend;
    run.mixed = saved.mixed ?? false;
    run.checkpoint = saved.checkpoint;
    run.report = saved.report;
    run.scored = saved.scored;
    run.continues = saved.continues;
    run.series.replace(saved.points);
    run.recordedStep = run.series.lastStep;
    run.awaitsServerPoints = true;
    return run;
  }

  /** What calculates from now on. */
  runsOn(backend: BackendFacts): void {
    const begun = this.series.lastStep > 0 || (this.checkpoint?.step ?? 0) > 0;
    if (begun && this.backend && this.backend.backend !== backend.backend) this.mixed = true;
    this.backend = backend;
  }

  /** Whether its weights are, to the bit, what its experiment gives from the seed. */
  get isRepeatable(): boolean {
    return this.backend?.backend === 'kernels' && !this.mixed && !this.continues;
  }

  get state(): 'ready' | RunState {
    return stateOfLife(this.life);
  }

  /** The worker's answer; null while the network does not stand in the worker. */
  get begun(): Begun | null {
    return this.life.network;
  }

  /** Another page has it now. */
  get taken(): boolean {
    return this.life.is === 'taken';
  }

  get isOpen(): boolean {
    return this.state !== 'ready' && isOpen(this.state);
  }

  get hasEnded(): boolean {
    return this.state !== 'ready' && !isOpen(this.state);
  }

  toSaved(now: number, goesOn: boolean, tab: string): SavedRun {
    return {
      runId: this.id,
      experiment: this.experiment,
      state: this.state,
      goesOn: goesOn || this.state === 'training',
      startedAt: this.startedAt,
      savedAt: now,
      tab,
      backend: this.backend,
      ...(this.mixed && { mixed: true }),
      checkpoint: this.checkpoint,
      points: this.series.points(),
      report: this.report,
      scored: this.scored,
      ...this.origin(),
    };
  }

  toCurrent(): CurrentRun {
    return {
      id: this.id,
      experiment: this.experiment,
      state: this.state,
      backend: this.backend,
      totalSteps: totalSteps(this.experiment),
      stepsPerEpoch: stepsPerEpoch(this.experiment),
      weightCount: countWeights(this.experiment),
      points: this.series.points(),
      report: this.report,
      findings: this.findings,
      scored: this.scored,
      ...this.origin(),
    };
  }

  toAttach(): RunAttach {
    return {
      runId: this.id,
      experiment: this.experiment,
      backend: this.backendName,
      startedAt: this.startedAt,
      ...this.origin(),
    };
  }

  /** A row for the list of runs; null while nothing has happened yet. */
  toSummary(studentId: string, now: number): PictureRun | null {
    if (this.state === 'ready') return null;
    return {
      id: this.id,
      studentId,
      experiment: this.experiment,
      backend: this.backendName,
      state: this.state,
      createdAt: this.startedAt,
      updatedAt: now,
      highWater: 0,
      pointCount: this.series.points().length,
      last: this.series.points().at(-1) ?? null,
      report: wireReport(this.report),
      verifiedAccuracy: this.scored?.accuracy ?? null,
    };
  }

  private origin(): { continues?: RunOrigin } {
    return this.continues ? { continues: this.continues } : {};
  }

  private get backendName(): Backend {
    return this.backend?.backend ?? 'cpu';
  }
}

/** What of a report crosses the wire. */
export function wireReport(report: Report | null): RunReport | null {
  return report && { confusion: report.confusion, seconds: report.seconds };
}
