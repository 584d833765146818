import { applyDataRule, givenLabel } from '@/engine/digits/data-rule';
import { type Examples, pickExamples } from '@/engine/digits/examples';
import { Doctor } from '@/engine/doctor/doctor';
import { examineNetwork } from '@/engine/doctor/examine-network';
import type { TrainingFacts } from '@/engine/doctor/vitals';
import type { TrainableNetwork } from '@/engine/network/trainable-network';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Finding } from '@/protocol/finding';
import type { Point } from '@/protocol/run';
import { chosenExamples } from './batch-order';
import type { Batches, TrainPictures } from './batches';
import { examplesUsed, stepsPerEpoch } from './schedule';

/** Training pictures that the doctor looks with. */
const PROBE = 200;

/** The doctor's visits to one training of pictures. */
export class CheckUp {
  private readonly doctor = new Doctor(() => this.facts());
  private probe: Examples | null = null;
  private counted: { available: number; counts: number[] } | null = null;

  constructor(
    private readonly experiment: Experiment,
    private readonly pictures: TrainPictures,
    private readonly batches: Batches,
    private readonly breathe: () => Promise<void>,
  ) {}

  /** How the training stands. */
  note({ step, epoch, loss, accuracy, validationLoss, validationAccuracy }: Point): void {
    this.doctor.note({
      step,
      epoch,
      loss,
      accuracy,
      heldLoss: validationLoss,
      heldAccuracy: validationAccuracy,
    });
  }

  /** Examines the network, which is afterwards as it was. */
  async examine(network: TrainableNetwork): Promise<readonly Finding[]> {
    const { experiment, batches, breathe } = this;
    this.probe ??= this.drawProbe();
    // Before the first pictures are there nobody can say anything.
    if (!this.probe) return [];
    const batchAt = (step: number) =>
      batches.needed(step) > this.pictures.available ? null : batches.at(step);
    return this.doctor.examined(
      await examineNetwork({ network, experiment, probe: this.probe, batchAt, breathe }),
    );
  }

  /** The training has diverged. */
  blewUp(): readonly Finding[] {
    return this.doctor.blewUp();
  }

  private drawProbe() {
    const indices = this.chosen().slice(0, PROBE);
    if (indices.length === 0) return null;
    const probe = pickExamples(this.pictures.train, indices);
    applyDataRule(this.experiment, 'train', indices, probe);
    return probe;
  }

  /** The pictures of this training that are here by now. */
  private chosen(): Uint32Array {
    const { experiment, pictures } = this;
    return chosenExamples(experiment, DATASETS[experiment.dataset].trainBlocks).filter(
      (index) => index < pictures.available,
    );
  }

  private facts(): TrainingFacts {
    const { experiment, pictures } = this;
    const classes = DATASETS[experiment.dataset].labels.length;
    if (this.counted?.available !== pictures.available) {
      const counts = this.countEach(classes);
      this.counted = { available: pictures.available, counts };
    }
    return {
      classes,
      chanceLoss: experiment.loss === 'cross-entropy' ? Math.log(classes) : 1 - 1 / classes,
      labelCounts: this.counted.counts,
      examples: examplesUsed(experiment),
      batchSize: experiment.batchSize,
      stepsPerEpoch: stepsPerEpoch(experiment),
    };
  }

  /** How many pictures there are of each label. */
  private countEach(classes: number): number[] {
    const { labels } = this.pictures.train;
    const counts = new Array<number>(classes).fill(0);
    for (const index of this.chosen()) counts[givenLabel(this.experiment, 'train', index, labels[index]!)]!++;
    return counts;
  }
}
