import { shownPiece } from '@/client/benches/frame/use-laid';
import { initialSnapshot, type TrainedLesson } from '@/client/training/initial-snapshot';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { countWeights } from '@/engine/network/weight-shapes';
import { stepsPerEpoch } from '@/engine/training/schedule';
import type { Work } from '@/protocol/bench-work';
import { refuse } from '@/protocol/refusals';
import { experimentShape, shownRunShape } from './training-work';

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
        report: null,
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
  report = async () => null;
  examine = async () => null;
  firstLayer = async () => null;
  predict = async () => null;
  samples = async () => null;
  submit = async () => refuse('not-allowed');
  dispose(): void {}
}
