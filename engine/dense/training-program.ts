import type { Random } from '@/engine/random';
import { DenseNetwork } from './dense-network';
import type { DenseExamples } from './dense-training';
import { evaluateDense } from './evaluate';
import type { LossId } from './losses';
import { emptySlots, type OptimizerId, optimizerRule } from './optimizers';
import type { DenseShape } from './shape';

/**
 * The training loop taken apart: five blocks that can stand in any order, before, inside or after the loop, and a machine
 * that does exactly what they say. A wrong order runs too; what then goes wrong is not played but follows (lesson 9).
 */
export const PROGRAM_BLOCKS = ['loss', 'rule', 'feed', 'gradient', 'update'] as const;
export type ProgramBlock = (typeof PROGRAM_BLOCKS)[number];
export type ProgramZone = 'before' | 'loop' | 'after';

/** Which blocks stand where; one that stands nowhere is not used. */
export type ProgramOrder = Readonly<Record<ProgramZone, readonly ProgramBlock[]>>;

export interface ProgramSettings {
  loss: LossId;
  optimizer: OptimizerId;
  learningRate: number;
  /** Feed the next batch each time, or always the first one. */
  feed: 'next' | 'same';
  batchSize: number;
  /** Accuracy at which the loop ends. */
  goal: number;
  /** Rounds after which it is given up. */
  mostRounds: number;
}

/** What the blocks leave behind for each other. */
export interface ProgramRegisters {
  loss: LossId | null;
  rule: OptimizerId | null;
  /** Batches fed so far. */
  batches: number;
  /** How many updates had been made when the outputs at hand were calculated; null before any were. */
  outputsAt: number | null;
  /** Of the gradient at hand: its length, from which batch it comes, and how many updates ago those outputs were calculated. */
  gradient: { length: number; batch: number; outputsAt: number } | null;
  updates: number;
}

/** What a block did, or why it could do nothing. */
export type ProgramEffect = 'done' | 'no-outputs' | 'no-loss' | 'no-gradient' | 'no-rule';

export interface ProgramStep {
  zone: ProgramZone;
  block: ProgramBlock;
  effect: ProgramEffect;
}

/** After a round: how the network does on all examples. */
export interface ProgramStanding {
  round: number;
  loss: number;
  accuracy: number;
}

export type ProgramEnd = 'reached' | 'given-up' | 'diverged';

/** What cannot be undone by any further step. */
const LOSS_BEYOND = 1e6;

export class TrainingProgram {
  readonly network: DenseNetwork;
  readonly registers: ProgramRegisters = {
    loss: null,
    rule: null,
    batches: 0,
    outputsAt: null,
    gradient: null,
    updates: 0,
  };
  /** One entry a round, and one before the first. */
  readonly standings: ProgramStanding[] = [];
  end: ProgramEnd | null = null;
  private readonly judge: DenseNetwork;
  private readonly shape: DenseShape;
  private readonly examples: DenseExamples;
  private readonly order: ProgramOrder;
  private readonly settings: ProgramSettings;
  private readonly orderOf: (epoch: number) => Random;
  private readonly rows: Uint32Array;
  private slots: Float64Array[] = [];
  private slotSteps = 0;
  private at = 0;
  private count = 0;
  private zone: ProgramZone | 'over' = 'before';
  private index = 0;

  /** @param orderOf a generator for each epoch's order, the same stream every time it is asked */
  constructor(
    shape: DenseShape,
    weights: ArrayLike<number>,
    examples: DenseExamples,
    order: ProgramOrder,
    settings: ProgramSettings,
    orderOf: (epoch: number) => Random,
  ) {
    this.shape = shape;
    this.network = new DenseNetwork(shape, weights);
    // Its own arrays: judging must not touch the outputs that the blocks work with.
    this.judge = new DenseNetwork(shape);
    this.examples = examples;
    this.order = order;
    this.settings = settings;
    this.orderOf = orderOf;
    this.rows = new Uint32Array(examples.count);
    this.stand(0);
    if (order.before.length === 0 && order.loop.length > 0) this.zone = 'loop';
  }

  /** The block that `step` would do next; null when nothing is left. */
  get next(): { zone: ProgramZone; block: ProgramBlock } | null {
    if (this.zone === 'over') return null;
    const block = this.order[this.zone][this.index];
    return block === undefined ? null : { zone: this.zone, block };
  }

  /** Rounds of the loop done. */
  get rounds(): number {
    return this.standings.length - 1;
  }

  /** Whether anything is left to do. */
  get over(): boolean {
    return this.zone === 'over';
  }

  /** Does one block. Null where there was none left. */
  step(): ProgramStep | null {
    this.settle();
    const next = this.next;
    if (!next) return null;
    const effect = this.run(next.block);
    this.index++;
    this.settle();
    return { ...next, effect };
  }

  /** Goes on to the end of this round of the loop (or of everything). */
  round(): void {
    const before = this.standings.length;
    while (!this.over && this.standings.length === before) {
      if (this.step() === null) return;
    }
  }

  /** Moves on over the ends of zones, and judges at the end of each round. */
  private settle(): void {
    while (this.zone !== 'over' && this.index >= this.order[this.zone].length) {
      this.index = 0;
      if (this.zone === 'before') this.zone = 'loop';
      else if (this.zone === 'after') this.zone = 'over';
      else {
        this.stand(this.standings.length);
        this.end = this.endOf(this.standings.at(-1)!);
        // An empty loop would go round for ever without a step.
        if (this.end === null && this.order.loop.length === 0) this.end = 'given-up';
        if (this.end !== null) this.zone = 'after';
        // One round at a time.
        else return;
      }
    }
  }

  private endOf({ round, loss, accuracy }: ProgramStanding): ProgramEnd | null {
    if (!Number.isFinite(loss) || loss > LOSS_BEYOND) return 'diverged';
    if (accuracy >= this.settings.goal) return 'reached';
    return round >= this.settings.mostRounds ? 'given-up' : null;
  }

  private stand(round: number): void {
    this.judge.weights.set(this.network.weights);
    const { loss, accuracy } = evaluateDense(this.judge, this.examples, this.settings.loss, 2);
    this.standings.push({ round, loss, accuracy: accuracy ?? 0 });
  }

  private run(block: ProgramBlock): ProgramEffect {
    const { registers, settings, network } = this;
    switch (block) {
      case 'loss':
        registers.loss = settings.loss;
        return 'done';
      case 'rule':
        registers.rule = settings.optimizer;
        // Chosen anew, a rule has no memory.
        this.slots = emptySlots(settings.optimizer, network.weights.length);
        this.slotSteps = 0;
        return 'done';
      case 'feed':
        this.takeBatch();
        network.forward(this.examples.inputs, this.rows, this.at, this.count);
        registers.outputsAt = registers.updates;
        return 'done';
      case 'gradient': {
        if (registers.outputsAt === null) return 'no-outputs';
        if (registers.loss === null) return 'no-loss';
        network.backward(registers.loss, this.examples.targets, this.rows, this.at, this.count);
        const length = Math.sqrt(network.gradient.reduce((sum, g) => sum + g * g, 0));
        registers.gradient = { length, batch: registers.batches, outputsAt: registers.outputsAt };
        return 'done';
      }
      case 'update':
        if (registers.rule === null) return 'no-rule';
        if (registers.gradient === null) return 'no-gradient';
        this.slotSteps++;
        optimizerRule(registers.rule).update(
          network.weights,
          network.gradient,
          this.slots,
          settings.learningRate,
          this.slotSteps,
        );
        registers.updates++;
        return 'done';
    }
  }

  private takeBatch(): void {
    const { batchSize, feed } = this.settings;
    const { count } = this.examples;
    const perEpoch = Math.ceil(count / batchSize);
    const batch = feed === 'same' ? 0 : this.registers.batches;
    if (batch % perEpoch === 0) {
      for (let i = 0; i < count; i++) this.rows[i] = i;
      this.orderOf(batch / perEpoch).shuffle(this.rows);
    }
    this.at = (batch % perEpoch) * batchSize;
    this.count = Math.min(batchSize, count - this.at);
    this.registers.batches++;
  }

  /** The numbers of the examples in the batch at hand; empty before any was fed. */
  get batch(): readonly number[] {
    return [...this.rows.subarray(this.at, this.at + this.count)];
  }

  /** A copy of the network for drawing, which leaves the one at work alone. */
  snapshot(): DenseNetwork {
    return new DenseNetwork(this.shape, this.network.weights);
  }
}
