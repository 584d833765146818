import { SerialQueue } from '@/base/serial-queue';
import { initialSnapshot } from '@/client/training/initial-snapshot';
import { SnapshotCell } from '@/client/training/snapshot-cell';
import { engineErrorCode, type Trainer } from '@/client/training/trainer';
import type { BenchTraining, CurrentRun, TrainingSnapshot } from '@/client/training/training';
import { countWeights } from '@/engine/network/weight-shapes';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { Begun } from '@/engine/worker/messages';
import type { DatasetPart } from '@/protocol/datasets';
import { refuse } from '@/protocol/refusals';
import type { Point, RunSummary } from '@/protocol/run';

/** The trainer's part in it: it builds networks, and is never asked to train. */
export type MomentTrainer = Pick<
  Trainer,
  'load' | 'begin' | 'report' | 'examine' | 'firstLayer' | 'predict' | 'samples'
>;

interface MomentMeans {
  run: Pick<RunSummary, 'id' | 'experiment'>;
  points: readonly Point[];
  trainer: MomentTrainer;
  /** The weights that were kept at a step. Rejects with an EngineError. */
  weightsAt: (step: number) => Promise<Float32Array>;
}

/**
 * The network of a run as it was at a kept moment: built in the browser of whoever looks, asked like one on a bench, and never trained. The
 * moment that was asked for last is the one that stands.
 */
export class MomentTraining implements BenchTraining {
  private readonly cell: SnapshotCell<TrainingSnapshot>;
  private readonly turns = new SerialQueue();
  private asked = 0;
  private standing: Promise<boolean> = Promise.resolve(false);
  /** The step at which the network stands; null: it does not. */
  private at: number | null = null;

  constructor(private readonly means: MomentMeans) {
    const { id, experiment } = means.run;
    const before = initialSnapshot({ id, experiment }, { draft: experiment, backend: 'auto' }, 'open');
    this.cell = new SnapshotCell({ ...before, phase: 'idle' });
  }

  /** Makes the network of this moment stand. @param step 0: the start, by its seed */
  look(step: number): void {
    this.asked += 1;
    const turn = this.asked;
    this.at = null;
    this.cell.change({ phase: 'loading', error: null });
    this.standing = this.turns.run(() => this.build(step, turn));
  }

  snapshot = (): TrainingSnapshot => this.cell.get();
  subscribe = (listener: () => void): (() => void) => this.cell.subscribe(listener);

  report = async () => {
    const report = await this.ask((trainer) => trainer.report());
    const { current } = this.cell.get();
    if (report && current && report.step === this.at) this.cell.change({ current: { ...current, report } });
    return report;
  };
  examine = () => this.ask((trainer) => trainer.examine());
  firstLayer = (most: number) => this.ask((trainer) => trainer.firstLayer(most));
  predict = (pixels: Uint8Array) => this.ask((trainer) => trainer.predict(pixels));
  samples = (part: DatasetPart, start: number, count: number) =>
    this.means.trainer.samples(this.means.run.experiment.dataset, part, start, count).catch(() => null);
  dispose(): void {
    this.asked += 1;
    this.cell.close();
  }

  // Of what is over nothing can be changed.
  prepare(): void {}
  setDraft(): void {}
  chooseBackend(): void {}
  async train(): Promise<void> {}
  async pause(): Promise<void> {}
  async step(): Promise<void> {}
  async reset(): Promise<void> {}
  newSeed(): void {}
  submit = async () => refuse('not-allowed');
  race(): void {}

  private async ask<Answer>(question: (trainer: MomentTrainer) => Promise<Answer>): Promise<Answer | null> {
    return (await this.standing) ? question(this.means.trainer).catch(() => null) : null;
  }

  /** False: another moment was asked for meanwhile, or it failed. */
  private async build(step: number, turn: number): Promise<boolean> {
    if (turn !== this.asked) return false;
    const { run, trainer, weightsAt } = this.means;
    try {
      const [weights] = await Promise.all([
        step === 0 ? null : weightsAt(step),
        trainer.load(run.experiment.dataset),
      ]);
      if (turn !== this.asked) return false;
      const checkpoint = weights && { step, seconds: 0, weights, slots: new Float32Array(0) };
      const begun = await trainer.begin(run.experiment, { backend: 'auto', checkpoint, emitAfterStep: step });
      if (turn !== this.asked) return false;
      this.at = step;
      this.cell.change({ phase: 'idle', current: this.currentAt(step, begun) });
      return true;
    } catch (error) {
      if (turn === this.asked) this.cell.change({ phase: 'failed', error: engineErrorCode(error) });
      return false;
    }
  }

  private currentAt(step: number, { backend }: Begun): CurrentRun {
    const { run, points } = this.means;
    const { experiment } = run;
    return {
      // Another moment is another network to whoever asks it.
      id: `${run.id}@${step}`,
      experiment,
      state: 'paused',
      backend,
      totalSteps: totalSteps(experiment),
      stepsPerEpoch: stepsPerEpoch(experiment),
      weightCount: countWeights(experiment),
      points: points.filter((point) => point.step <= step),
      report: null,
      findings: [],
      scored: null,
    };
  }
}
