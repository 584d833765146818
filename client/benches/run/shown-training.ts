import { shownPiece } from '@/client/benches/frame/use-laid';
import { experimentShape } from '@/client/training/experiment-shape';
import { initialSnapshot, type TrainedLesson } from '@/client/training/initial-snapshot';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { stepsPerEpoch } from '@/engine/training/schedule';
import type { Report } from '@/engine/worker/messages';
import type { Work } from '@/protocol/bench-work';
import { DATASETS } from '@/protocol/datasets';
import { refuse } from '@/protocol/refusals';
import { lastValidated, shareOnDiagonal } from '@/protocol/run-figures';
import { countWeights } from '@/protocol/weight-shapes';
import { type OpenRun, shownRunShape } from './training-work';

/** A report as the bench draws it, without the pictures, which have not travelled; null where it is of another number of labels. */
function reportOf({ report, experiment, points }: OpenRun): Report | null {
  if (!report || report.confusion.length !== DATASETS[experiment.dataset].labels.length) return null;
  const { step, seconds } = report;
  const confusion = report.confusion.map((row) => [...row]);
  const sums = confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  return {
    step,
    seconds,
    loss: lastValidated(points)?.validationLoss ?? Number.NaN,
    accuracy: shareOnDiagonal(confusion) ?? 0,
    examples: sums.reduce((sum, count) => sum + count, 0),
    confusion,
    classAccuracy: confusion.map((row, label) => (sums[label] ? row[label]! / sums[label] : 0)),
    mistakes: [],
  };
}

/** Another's training as their page shows it: to be looked at, never to be done anything with. */
export class ShownTraining implements BenchTraining {
  private readonly seen: TrainingSnapshot;

  constructor(lesson: TrainedLesson, works: readonly Work[]) {
    const { experiment } = lesson;
    const own = experiment && { ...experiment, seed: 0 };
    const draft = shownPiece(works, 'draft', experimentShape) ?? own;
    const run = shownPiece(works, 'run', shownRunShape) ?? null;
    const before = initialSnapshot(lesson, draft ? { draft, backend: 'auto' } : null, 'open');
    this.seen = {
      ...before,
      phase: 'idle',
      current: run && {
        ...run,
        id: 'shown',
        backend: null,
        stepsPerEpoch: stepsPerEpoch(run.experiment),
        weightCount: countWeights(run.experiment),
        report: reportOf(run),
        findings: [],
        scored: null,
      },
    };
  }

  snapshot = (): TrainingSnapshot => this.seen;
  subscribe = (): (() => void) => () => {};
  prepare(): void {}
  setDraft(): void {}
  chooseBackend(): void {}
  async train(): Promise<void> {}
  async pause(): Promise<void> {}
  async step(): Promise<void> {}
  async reset(): Promise<void> {}
  newSeed(): void {}
  takeNetwork(): void {}
  takeBack(): void {}
  report = async () => null;
  examine = async () => null;
  firstLayer = async () => null;
  weights = async () => null;
  predict = async () => null;
  samples = async () => null;
  submit = async () => refuse('not-allowed');
  race(): void {}
  readonly beside = null;
  dispose(): void {}
}
