import { activityOf } from '@/classroom/activity';
import { cappedSum, trimmedMean } from '@/classroom/robust-sums';
import { totalSteps } from '@/engine/training/schedule';
import { ACTIVITIES, type Activity } from '@/protocol/activity';
import { DATASETS } from '@/protocol/datasets';
import type { Batch, PictureRun, Point } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import type {
  CurvePoint,
  ScreenFrame,
  StudentTelemetry,
  TelemetrySnapshot,
  WallPoint,
} from '@/protocol/telemetry';
import { RunTrace } from './curve';
import type { Presence } from './presence';

const HISTOGRAM_BINS = 10;

/** What telemetry needs of a run. */
export type WatchedRun = Pick<PictureRun, 'id' | 'studentId' | 'experiment' | 'backend' | 'createdAt'>;

interface Watched {
  run: WatchedRun;
  state: RunState;
  trace: RunTrace;
  /** What `activityOf` says while the student is here; null: not judged since the last point. */
  judged: Activity | null;
}

/** The latest of every student of one class: bounded, in memory, made anew from the store after a restart. */
export class ClassTelemetry {
  private readonly latest = new Map<string, Watched>();

  /** @param changed is told whenever a student's telemetry is not what it was */
  constructor(
    private readonly presence: Presence,
    private readonly changed: (studentId: string) => void,
  ) {}

  /** A run was opened or taken up again: it is watched unless the student has a newer one. */
  attached(run: WatchedRun, state: RunState, points: readonly Point[] = []): void {
    const current = this.latest.get(run.studentId);
    if (current?.run.id === run.id) return;
    if (current && current.run.createdAt > run.createdAt) return;
    const trace = new RunTrace();
    for (const point of points) trace.add(point);
    this.latest.set(run.studentId, { run, state, trace, judged: null });
    this.changed(run.studentId);
  }

  /** A batch has been stored for the first time. */
  appended(studentId: string, runId: string, batch: Batch): void {
    const current = this.latest.get(studentId);
    if (current?.run.id !== runId) return;
    for (const point of batch.points) current.trace.add(point);
    current.state = batch.state;
    current.judged = null;
    this.changed(studentId);
  }

  /** Points from the store for a run that was attached before they were read; newer ones may have come meanwhile. */
  restored(studentId: string, runId: string, points: readonly Point[]): void {
    const current = this.latest.get(studentId);
    if (current?.run.id !== runId) return;
    const live = current.trace.evidence();
    const firstLive = live[0]?.step ?? Number.POSITIVE_INFINITY;
    const trace = new RunTrace();
    for (const point of points) if (point.step < firstLive) trace.add(point);
    for (const point of live) trace.add(point);
    current.trace = trace;
    current.judged = null;
    this.changed(studentId);
  }

  forget(studentId: string): void {
    this.latest.delete(studentId);
  }

  of(studentId: string): StudentTelemetry {
    const watched = this.latest.get(studentId);
    return {
      studentId,
      activity: this.activity(studentId),
      runId: watched?.run.id ?? null,
      backend: watched?.run.backend ?? null,
      totalSteps: watched ? totalSteps(watched.run.experiment) : null,
      last: watched?.trace.last() ?? null,
    };
  }

  snapshot(studentIds: readonly string[]): Pick<TelemetrySnapshot, 'students'> {
    return {
      students: studentIds.map((id) => ({
        ...this.of(id),
        curve: this.latest.get(id)?.trace.curve() ?? [],
      })),
    };
  }

  /** The learning rate of a student's latest run; null before the first. */
  rateOf(studentId: string): number | null {
    return this.latest.get(studentId)?.run.experiment.learningRate ?? null;
  }

  /** What a picture of the class draws of one student. */
  drawn(studentId: string): {
    runId: string | null;
    here: boolean;
    last: WallPoint | null;
    curve(): CurvePoint[];
  } {
    const watched = this.latest.get(studentId);
    const last = watched?.trace.last();
    return {
      runId: watched?.run.id ?? null,
      here: this.presence.isHere(studentId),
      last: last ? wallPoint(last) : null,
      curve: () => watched?.trace.curve() ?? [],
    };
  }

  /** Sums over these students; no single one can be told from it. */
  aggregate(studentIds: readonly string[], at: number): ScreenFrame {
    const activities = Object.fromEntries(ACTIVITIES.map((name) => [name, 0])) as Record<Activity, number>;
    const accuracyHistogram = new Array<number>(HISTOGRAM_BINS).fill(0);
    const losses: number[] = [];
    const accuracies: number[] = [];
    const speeds: number[] = [];
    let connected = 0;
    for (const id of studentIds) {
      const activity = this.activity(id);
      activities[activity] += 1;
      if (activity !== 'disconnected') connected += 1;
      const watched = this.latest.get(id);
      const last = watched?.trace.last();
      if (!watched || !last) continue;
      if (watched.state === 'training' && activity !== 'disconnected') speeds.push(last.examplesPerSecond);
      if (last.loss !== null) losses.push(last.loss);
      const accuracy = watched.trace.lastMeasured()?.validationAccuracy ?? last.accuracy;
      if (accuracy === null) continue;
      accuracies.push(accuracy);
      const bin = Math.min(HISTOGRAM_BINS - 1, Math.max(0, Math.floor(accuracy * HISTOGRAM_BINS)));
      accuracyHistogram[bin]! += 1;
    }
    return {
      at,
      connected,
      activities,
      accuracyHistogram,
      // A loss has no upper end, nor has a speed: one that exploded, or lies, would be all that is seen.
      meanLoss: trimmedMean(losses),
      meanAccuracy: mean(accuracies),
      examplesPerSecond: cappedSum(speeds),
    };
  }

  private activity(studentId: string): Activity {
    const watched = this.latest.get(studentId);
    const connected = this.presence.isHere(studentId);
    if (!watched) return activityOf({ connected, runState: null, recent: [], chance: 0 });
    const chance = DATASETS[watched.run.experiment.dataset].chance.accuracy;
    if (!connected) return activityOf({ connected, runState: watched.state, recent: [], chance });
    watched.judged ??= activityOf({
      connected,
      runState: watched.state,
      recent: watched.state === 'training' ? watched.trace.evidence() : [],
      chance,
    });
    return watched.judged;
  }
}

function wallPoint({ step, epoch, loss, accuracy, examplesPerSecond }: Point): WallPoint {
  return { step, epoch, loss, accuracy, examplesPerSecond };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
