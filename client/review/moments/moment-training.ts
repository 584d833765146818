import { SerialQueue } from '@/base/serial-queue';
import type { CurrentRun } from '@/client/training/current-run';
import { initialSnapshot } from '@/client/training/initial-snapshot';
import { SnapshotCell } from '@/client/training/snapshot-cell';
import { engineErrorCode, type Trainer } from '@/client/training/trainer';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import type { BackendFacts } from '@/engine/backend/backend-facts';
import { EngineError } from '@/engine/engine-error';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { DatasetPart } from '@/protocol/datasets';
import { refuse } from '@/protocol/refusals';
import type { PictureRun, Point } from '@/protocol/run';
import { countWeights } from '@/protocol/weight-shapes';
import { RecomputedSteps, type Recomputing } from './recomputed-steps';
import type { RepeatableSteps } from './repeatable';

/** The trainer's part in it: it builds networks, and goes to steps that nobody has kept. */
export type MomentTrainer = Pick<
  Trainer,
  | 'load'
  | 'begin'
  | 'reach'
  | 'pause'
  | 'subscribe'
  | 'report'
  | 'examine'
  | 'firstLayer'
  | 'weights'
  | 'predict'
  | 'samples'
>;

interface MomentMeans {
  run: Pick<PictureRun, 'id' | 'experiment'>;
  points: readonly Point[];
  trainer: MomentTrainer;
  /** The weights that were kept at a step. Rejects with an EngineError. */
  weightsAt: (step: number) => Promise<Float32Array>;
  /** Steps at which weights are kept, rising. */
  kept: readonly number[];
  /** Steps that can be computed again; null: none. */
  repeatable: RepeatableSteps | null;
  /** The way to a step was ended here. */
  onStopped: (step: number) => void;
}

/** How the computing of a step that was not kept goes. */
export interface Recomputation {
  how: Recomputing;
  /** Kept moments that came out with the same bits, rising. */
  confirmed: readonly number[];
}

/**
 * The network of a run as it was at a moment: built in the browser of whoever looks, from the weights that were kept or computed again, and asked like
 * one on a bench. The moment that was asked for last is the one that stands.
 */
export class MomentTraining implements BenchTraining {
  private readonly cell: SnapshotCell<TrainingSnapshot>;
  private readonly turns = new SerialQueue();
  private asked = 0;
  private standing: Promise<boolean> = Promise.resolve(false);
  /** The step at which the network stands; null: it does not. */
  private at: number | null = null;
  private readonly recomputed: RecomputedSteps | null;
  private readonly recomputation = new SnapshotCell<Recomputation>({ how: { is: 'still' }, confirmed: [] });

  constructor(private readonly means: MomentMeans) {
    const { id, experiment } = means.run;
    const before = initialSnapshot({ id, experiment }, { draft: experiment, backend: 'auto' }, 'open');
    this.cell = new SnapshotCell({ ...before, phase: 'idle' });
    const { repeatable: steps, kept, weightsAt, trainer } = means;
    const tell = (how: Recomputing) => this.recomputation.change({ how });
    this.recomputed = steps && new RecomputedSteps({ experiment, steps, kept, weightsAt, trainer, tell });
  }

  /** Makes the network of this moment stand. @param step 0: the start, by its seed */
  look(step: number): void {
    this.asked += 1;
    const turn = this.asked;
    this.at = null;
    this.stop();
    this.recomputation.change({ how: { is: 'still' } });
    this.cell.change({ phase: 'loading', error: null });
    this.standing = this.turns.run(() => this.build(step, turn));
  }

  /** Ends the way to a step: the network stands where it has come to. */
  stop(): void {
    if (this.recomputation.get().how.is === 'going') this.recomputed?.halt();
  }

  recomputing = (): Recomputation => this.recomputation.get();
  subscribeToRecomputing = (listener: () => void): (() => void) => this.recomputation.subscribe(listener);

  snapshot = (): TrainingSnapshot => this.cell.get();
  subscribe = (listener: () => void): (() => void) => this.cell.subscribe(listener);

  report = async () => {
    const report = await this.ask((trainer) => trainer.report());
    const { current } = this.cell.get();
    if (report && current && report.step === this.at) this.cell.change({ current: { ...current, report } });
    return report;
  };
  /** The weights of the moment that stands. @throws EngineError where none does */
  async standingWeights(): Promise<Float32Array> {
    const standing = await this.weights();
    if (standing === null) throw new EngineError('not-begun', 'no moment stands');
    return standing.weights;
  }
  examine = () => this.ask((trainer) => trainer.examine());
  firstLayer = (most: number) => this.ask((trainer) => trainer.firstLayer(most));
  weights = () => this.ask((trainer) => trainer.weights());
  predict = (pixels: Uint8Array) => this.ask((trainer) => trainer.predict(pixels));
  samples = (part: DatasetPart, start: number, count: number) =>
    this.means.trainer
      .samples(this.means.run.experiment.dataset, part, start, count, this.means.run.experiment)
      .catch(() => null);
  dispose(): void {
    this.asked += 1;
    this.stop();
    this.cell.close();
    this.recomputation.close();
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
  takeNetwork(): void {}
  takeBack(): void {}
  submit = async () => refuse('not-allowed');
  readonly beside = null;
  race(): void {}

  private async ask<Answer>(question: (trainer: MomentTrainer) => Promise<Answer>): Promise<Answer | null> {
    return (await this.standing) ? question(this.means.trainer).catch(() => null) : null;
  }

  /** False: another moment was asked for meanwhile, or it failed. */
  private async build(step: number, turn: number): Promise<boolean> {
    if (turn !== this.asked) return false;
    const { run, trainer, weightsAt, kept } = this.means;
    if (this.recomputed && step > 0 && !kept.includes(step)) return this.compute(step, turn, this.recomputed);
    this.recomputed?.left();
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
      this.cell.change({ phase: 'idle', current: this.currentAt(step, begun.backend) });
      return true;
    } catch (error) {
      if (turn === this.asked) this.cell.change({ phase: 'failed', error: engineErrorCode(error) });
      return false;
    }
  }

  /** A step of which nothing is kept. */
  private async compute(step: number, turn: number, steps: RecomputedSteps): Promise<boolean> {
    const { run, trainer, onStopped } = this.means;
    try {
      await trainer.load(run.experiment.dataset);
      const stood = await steps.to(step, () => turn === this.asked);
      this.recomputation.change({ confirmed: [...steps.confirmed].sort((a, b) => a - b) });
      if (turn !== this.asked) return false;
      if (stood === null) {
        this.cell.change({ phase: 'failed', error: null });
        return false;
      }
      this.at = stood.step;
      this.cell.change({ phase: 'idle', current: this.currentAt(stood.step, stood.backend) });
      if (stood.step < step) onStopped(stood.step);
      return true;
    } catch (error) {
      if (turn === this.asked) this.cell.change({ phase: 'failed', error: engineErrorCode(error) });
      return false;
    }
  }

  private currentAt(step: number, backend: BackendFacts): CurrentRun {
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
