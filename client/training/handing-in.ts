import { type Answer, refuse } from '@/protocol/refusals';
import type { SubmissionScored } from '@/protocol/submission';
import type { Bench } from './bench';
import type { BenchRun } from './bench-run';
import type { ClassLink, ClassPlace } from './class-link';
import { handIn } from './hand-in';
import type { HandedInStorage } from './handed-in-storage';
import type { JudgingAlone } from './judging-alone';
import type { SnapshotCell } from './snapshot-cell';
import { followSubmission, type submitWeights } from './submit-weights';
import type { Trainer } from './trainer';
import type { TrainingSnapshot } from './training';

export interface HandingInMeans {
  trainer: Trainer;
  /** Null: alone, where `alone` judges. */
  place: ClassPlace | null;
  alone: Pick<JudgingAlone, 'judge'>;
  kept: HandedInStorage;
  bench: Bench;
  cell: SnapshotCell<TrainingSnapshot>;
  link: () => ClassLink | null;
  /** A run has its score. */
  scored: () => void;
  submit?: typeof submitWeights;
  follow?: typeof followSubmission;
}

/** Hands the current run in for the challenge, and tells how far that is; after a reload goes on waiting for the score. */
export class HandingIn {
  private closed = false;

  constructor(private readonly means: HandingInMeans) {}

  /** @param ready makes the network stand: after a reload it does only once its files have come */
  async submit(ready: () => Promise<void>): Promise<Answer<SubmissionScored>> {
    const { bench, cell, trainer, place, alone, kept, link, submit } = this.means;
    if (cell.get().submitting) return refuse('rate-limited');
    const { run } = bench;
    cell.change({ submitting: true, submissionsBefore: null, submissionRefusal: null });
    await ready();
    const waiting = { kept, heard: this.heard };
    const answer = await (place
      ? handIn(bench, trainer, place, link(), waiting, submit)
      : alone.judge()
    ).catch(() => refuse('internal'));
    return this.answered(answer, run);
  }

  /** Goes on waiting for what an earlier page has handed in. */
  async follow(): Promise<void> {
    const { bench, cell, place, kept, follow = followSubmission } = this.means;
    const handedIn = kept.load();
    if (!place || !handedIn || cell.get().submitting) return;
    cell.change({ submitting: true, submissionRefusal: null });
    const { session, student } = place;
    const answer = await follow({
      code: session.code,
      credentials: student.credentials,
      id: handedIn.id,
      heard: this.heard,
    }).catch(() => refuse('internal'));
    if (answer.ok || answer.code !== 'not-attached') kept.clear();
    this.answered(answer, bench.run);
  }

  /** Tells no more. */
  close(): void {
    this.closed = true;
  }

  private readonly heard = ({ before }: { before: number | null }): void =>
    this.means.cell.change({ submissionsBefore: before });

  private answered(answer: Answer<SubmissionScored>, run: BenchRun | null): Answer<SubmissionScored> {
    const { bench, cell, scored } = this.means;
    if (this.closed) return answer;
    const submissionRefusal = answer.ok ? null : answer.code;
    cell.change({ submitting: false, submissionsBefore: null, submissionRefusal });
    if (!answer.ok) return answer;
    if (run && run.id === answer.runId) run.scored = answer;
    if (run === bench.run) bench.save();
    scored();
    return answer;
  }
}
