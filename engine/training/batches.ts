import { applyDataRule } from '@/engine/digits/data-rule';
import type { Examples } from '@/engine/digits/examples';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { chosenExamples, epochOrder } from './batch-order';
import { batchOf } from './schedule';

/** Where training pictures come from, possibly still on their way. */
export interface TrainPictures {
  /** All of them by index; those from `available` on are not filled yet. */
  readonly train: Examples;
  readonly available: number;
  /** Settles when at least `count` are there. Rejects when they cannot come any more. */
  until(count: number): Promise<void>;
}

/** One batch as the network takes it. */
export interface TrainBatch {
  /** Bytes, one picture after another; overwritten by the next batch. */
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** Deals the batches of an experiment, any step at any time. */
export class Batches {
  private order: Uint32Array = new Uint32Array(0);
  private orderEpoch = -1;
  private buffer = new Uint8Array(0);
  private readonly lastNeeded: number;

  constructor(
    private readonly experiment: Experiment,
    private readonly pictures: TrainPictures,
    private readonly blocks: readonly number[] = DATASETS[experiment.dataset].trainBlocks,
  ) {
    this.lastNeeded = chosenExamples(experiment, blocks).reduce(
      (most, index) => Math.max(most, index + 1),
      0,
    );
  }

  /** How many training pictures must be there for the batch of a step (from 0); 0 when all are there that this experiment ever uses. */
  needed(step: number): number {
    if (this.pictures.available >= this.lastNeeded) return 0;
    return this.indices(step).reduce((most, index) => Math.max(most, index + 1), 0);
  }

  /** The batch of a step (from 0). Its pictures must be there: see `needed`. */
  at(step: number): TrainBatch {
    const indices = this.indices(step);
    const picture = DATASETS[this.experiment.dataset].pixels;
    const size = indices.length * picture;
    if (this.buffer.length !== size) this.buffer = new Uint8Array(size);
    const { pixels, labels } = this.pictures.train;
    const batchLabels = new Uint8Array(indices.length);
    for (let i = 0; i < indices.length; i++) {
      const index = indices[i]!;
      batchLabels[i] = labels[index]!;
      this.buffer.set(pixels.subarray(index * picture, (index + 1) * picture), i * picture);
    }
    const batch = { pixels: this.buffer, labels: batchLabels };
    applyDataRule(this.experiment, 'train', indices, batch);
    return batch;
  }

  private indices(step: number): Uint32Array {
    const { epoch, from, to } = batchOf(this.experiment, step);
    if (epoch !== this.orderEpoch) {
      this.order = epochOrder(this.experiment, epoch, this.blocks);
      this.orderEpoch = epoch;
    }
    return this.order.subarray(from, to);
  }
}
