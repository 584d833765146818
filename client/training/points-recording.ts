import { randomId } from '@/client/live/random-id';
import { pointsSetup } from '@/engine/runs/points-experiment';
import { batchOfRun, stepsPerEpochOfRun } from '@/engine/runs/run-sizes';
import type { PointsExperiment } from '@/protocol/experiment';
import type { Finding } from '@/protocol/finding';
import { LARGEST_LOSS } from '@/protocol/largest-loss';
import { LIMITS } from '@/protocol/limits';
import type { Point, RunOrigin, RunReport } from '@/protocol/run';
import type { CheckpointChoice } from './checkpoint-choice';
import { RunRecorder, type RunSink } from './run-recorder';

/** A training of fewer steps is a try of the buttons: it is kept when something begins with its weights or it diverged, or not at all. */
const LEAST_STEPS = 10;
/** Where a curve is as long as that of the last points, another one is worth being kept: some 250 tell of a million steps. */
const POINTS_APART = 1.05;
/** Milliseconds between two batches: nobody watches these curves while they grow. */
const BATCH_MS = 2_000;

/** How a training on the 2-D bench stands. Steps are counted from its beginning. */
export interface PointsStanding {
  step: number;
  trainLoss: number;
  /** No number where there are no test points. */
  testLoss: number;
  /** Shares; null for regression. */
  trainAccuracy: number | null;
  testAccuracy: number | null;
  confusion: number[][] | null;
}

/** The standing with what belongs to it. `weights` is copied where it is kept. */
interface Noted {
  standing: PointsStanding;
  weights: Float32Array;
  findings: readonly Finding[];
}

/** What a page leaves of a run that the next one may go on with. */
export interface RunLeft {
  id: string;
  /** Milliseconds since 1970, the browser's clock. */
  startedAt: number;
  /** That it has trained so far. */
  seconds: number;
  /** It was training when the page went. */
  training: boolean;
}

/** A run of an earlier page that goes on. */
export interface RunToGoOn extends RunLeft {
  /** Step of the newest point that is recorded, and how many there are. */
  lastStep: number;
  pointCount: number;
}

interface PointsRecordingMeans {
  /** Left out: it begins now. */
  goesOn?: RunToGoOn | undefined;
  experiment: PointsExperiment;
  sink: RunSink;
  choice: Pick<CheckpointChoice, 'offer' | 'settle'>;
  continues?: RunOrigin | undefined;
  now?: () => number;
}

/**
 * A training of the 2-D bench as it is kept: points ever farther apart, as a curve over a million steps needs them, and a few moments with all
 * weights. Of own points no weights are kept: without their points they say nothing.
 */
export class PointsRecording {
  readonly id: string;
  readonly experiment: PointsExperiment;
  private readonly recorder: RunRecorder;
  private readonly now: () => number;
  private readonly perEpoch: number;
  private readonly batch: number;
  private readonly keepsWeights: boolean;
  /** Points that wait until the run is worth being kept; null: it is. */
  private held: Point[] | null = [];
  private newest: Noted | null = null;
  private told: { step: number; at: number };
  private wasTraining = false;
  private seconds = 0;
  private over = false;
  private startedAt = Date.now();

  constructor(private readonly means: PointsRecordingMeans) {
    const { experiment, sink, continues, goesOn, now = () => performance.now() } = means;
    this.id = goesOn?.id ?? randomId();
    this.experiment = experiment;
    this.now = now;
    this.perEpoch = stepsPerEpochOfRun(experiment);
    this.batch = batchOfRun(experiment);
    this.keepsWeights = pointsSetup(experiment).points !== 'own';
    this.told = { step: Math.max(0, goesOn?.lastStep ?? 0), at: now() };
    if (goesOn) this.takeUp(goesOn);
    this.recorder = new RunRecorder(
      sink,
      () => ({
        ...{ runId: this.id, experiment, backend: 'javascript', startedAt: this.startedAt },
        ...(continues && { continues }),
      }),
      () => undefined,
      { now, batchMs: BATCH_MS, pointCount: goesOn?.pointCount ?? 0 },
    );
  }

  /** Steps done. */
  get step(): number {
    return this.newest?.standing.step ?? 0;
  }

  /** What the next page may go on with; null: it is over, or not worth being kept. */
  left(): RunLeft | null {
    if (this.over || this.held) return null;
    const { id, startedAt, seconds, wasTraining } = this;
    return { id, startedAt, seconds, training: wasTraining };
  }

  private takeUp({ startedAt, seconds, training }: RunToGoOn): void {
    this.held = null;
    this.startedAt = startedAt;
    this.seconds = seconds;
    this.wasTraining = training;
  }

  /** Resolves when all that was told so far is in the outbox. */
  recorded(): Promise<void> {
    return this.recorder.flush();
  }

  /** How it stands now; the same step again changes nothing. @param training false: it rests */
  note(noted: Noted, training: boolean): void {
    const { step } = noted.standing;
    if (this.over || step > LIMITS.stepsPerRun) return;
    if (!this.newest && !this.means.goesOn) this.startedAt = Date.now();
    if (step > 0 && step !== this.newest?.standing.step) {
      this.newest = noted;
      if (step >= Math.max(this.told.step + 1, this.told.step * POINTS_APART)) this.tell(noted);
    }
    if (training !== this.wasTraining) this.turn(training);
  }

  /** Nothing of it comes any more; `other`: something begins with its weights. @returns the moment that others go on from; null: it is not kept */
  end(how: 'put-aside' | 'diverged' | 'other'): RunOrigin | null {
    if (this.over) return null;
    const { newest } = this;
    if (newest && newest.standing.step > this.told.step) this.tell(newest);
    if (how !== 'put-aside' && newest) this.keep();
    if (how === 'other' && newest) this.offer(newest);
    this.over = true;
    if (!this.held && !newest) void this.recorder.enter('stopped').then(() => this.recorder.end());
    if (this.held || !newest) return null;
    const state = how === 'diverged' ? 'diverged' : this.wasTraining ? 'stopped' : 'finished';
    if (this.wasTraining) this.count();
    void this.recorder.enter(state, this.report(newest)).then(() => this.recorder.end());
    this.means.choice.settle(this.id, 'ended');
    return this.keepsWeights && how !== 'diverged' ? { runId: this.id, step: newest.standing.step } : null;
  }

  private turn(training: boolean): void {
    if (training) this.told.at = this.now();
    else if (this.newest) {
      if (this.newest.standing.step > this.told.step) this.tell(this.newest);
      this.count();
    }
    this.wasTraining = training;
    if (this.held) return;
    void this.recorder.enter(training ? 'training' : 'paused', training ? null : this.report(this.newest!));
    if (!training) this.means.choice.settle(this.id, 'stands');
  }

  private tell(noted: Noted): void {
    const { standing } = noted;
    const point = this.pointOf(standing);
    if (this.wasTraining) this.count();
    this.told = { step: standing.step, at: this.now() };
    if (this.held) {
      this.held.push(point);
      if (standing.step < LEAST_STEPS) return;
      this.keep();
    } else this.recorder.point(point);
    this.offer(noted);
  }

  private offer({ standing, weights, findings }: Noted): void {
    if (!this.keepsWeights || !weights.every(Number.isFinite)) return;
    this.means.choice.offer({
      runId: this.id,
      step: standing.step,
      weights: weights.slice(),
      validationLoss: lossOf(standing.testLoss),
      validationAccuracy: standing.testAccuracy,
      findings,
    });
  }

  private keep(): void {
    const { held } = this;
    if (!held) return;
    this.held = null;
    void this.recorder.enter(this.wasTraining ? 'training' : 'paused');
    for (const point of held) this.recorder.point(point);
  }

  /** Adds the time since it was counted last. */
  private count(): void {
    const now = this.now();
    this.seconds += Math.max(0, now - this.told.at) / 1_000;
    this.told = { ...this.told, at: now };
  }

  private pointOf({ step, ...standing }: PointsStanding): Point {
    const seconds = (this.now() - this.told.at) / 1_000;
    return {
      step,
      epoch: step / this.perEpoch,
      loss: lossOf(standing.trainLoss),
      accuracy: standing.trainAccuracy,
      validationLoss: lossOf(standing.testLoss),
      validationAccuracy: standing.testAccuracy,
      examplesPerSecond:
        this.wasTraining && seconds > 0 ? ((step - this.told.step) * this.batch) / seconds : 0,
    };
  }

  private report({ standing }: Noted): RunReport {
    return { confusion: standing.confusion ?? [], seconds: this.seconds };
  }
}

/** What is no number is told as none. */
function lossOf(loss: number): number | null {
  return Number.isFinite(loss) ? Math.min(LARGEST_LOSS, loss) : null;
}
