import { randomId } from '@/client/live/random-id';
import { type Answer, refuse } from '@/protocol/refusals';
import type { SubmissionScored } from '@/protocol/submission';
import { type AloneAttempts, type AloneStorage, isInTime, withAttempt } from './alone-attempts';
import type { Bench } from './bench';
import type { SnapshotCell } from './snapshot-cell';
import type { Trainer } from './trainer';
import type { TrainingSnapshot } from './training';

export interface JudgingAloneMeans {
  trainer: Trainer;
  bench: Bench;
  cell: SnapshotCell<TrainingSnapshot>;
  kept: AloneStorage;
  now: () => number;
}

/** With no class: the own worker judges the network, on pictures that are fetched for nothing else, and this browser keeps the best. */
export class JudgingAlone {
  constructor(private readonly means: JudgingAloneMeans) {}

  /** Judges the current run as it stands. Rejects with an EngineError where the pictures do not come. */
  async judge(): Promise<Answer<SubmissionScored>> {
    const { trainer, bench, kept, now } = this.means;
    const { run } = bench;
    if (!run || run.state === 'ready') return refuse('unknown-run');
    if (!run.begun) return refuse('not-attached');
    const askedAt = now();
    const checked = await trainer.check();
    if (checked === null) return refuse('weights-not-finite');
    const { right, pictures, milliseconds } = checked;
    // Another tab may have added some.
    const before = kept.load();
    const inTime = isInTime(before.race, run.id, askedAt);
    const steps = run.series.lastStep;
    this.keep(withAttempt(before, { experiment: run.experiment, steps, right, pictures, inTime }));
    const best = before.best.every((one) => one.right < right);
    const accuracy = right / pictures;
    const scored = { submissionId: randomId(), runId: run.id, accuracy, pictures, milliseconds, best };
    return { ok: true, ...scored, race: null };
  }

  /** Starts the clock, anew where it ran before. */
  race(minutes: number): void {
    const { bench, kept, now } = this.means;
    const before = bench.run && bench.run.state !== 'ready' ? bench.run.id : null;
    this.keep({ ...kept.load(), race: { endsAt: now() + minutes * 60_000, before } });
  }

  private keep(attempts: AloneAttempts): void {
    this.means.kept.save(attempts);
    this.means.cell.change({ alone: attempts });
  }
}
