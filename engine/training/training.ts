import { ruledExamples } from '@/engine/digits/data-rule';
import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import { sumLosses } from '@/engine/network/losses';
import type { MakeNetwork, TrainableNetwork } from '@/engine/network/trainable-network';
import { allFinite } from '@/engine/verify/check-weights';
import type { Experiment } from '@/protocol/experiment';
import type { Finding } from '@/protocol/finding';
import type { Point } from '@/protocol/run';
import { Batches, type TrainPictures } from './batches';
import { CheckUp } from './check-up';
import type { Checkpoint, TrainerState } from './checkpoint';
import { Chore, PACE, pointInterval } from './pace';
import { repeatSteps } from './repeat';
import { epochsDone, stepsPerEpoch, totalSteps } from './schedule';
import { startOf } from './start-of';
import { type Measures, ValidationSet } from './validation';

export type Emission =
  | { type: 'point'; point: Point }
  | { type: 'checkpoint'; checkpoint: Checkpoint }
  /** What the doctor found, a few times a minute; nothing where all is well. */
  | { type: 'findings'; findings: readonly Finding[] }
  | { type: 'state'; state: TrainerState; step: number };

/** What a training needs from the place it runs in. */
export interface TrainingPlace {
  /** Makes the network, on whatever this place calculates with. */
  network: MakeNetwork;
  pictures: TrainPictures & {
    readonly validation: Examples | null;
    /** Settles when the validation pictures are there, or cannot come. */
    untilValidation?(): Promise<void>;
  };
  /** Lets the event loop work (breathe.ts). */
  breathe(): Promise<void>;
  /** Milliseconds of any clock that only goes forward. */
  now(): number;
  /** Steps between two readings of the loss: 1, or 10 on a GPU, which each reading makes wait. */
  readEvery: number;
  /** Rejects when something takes so long that the device must be lost. */
  guard<T>(promise: Promise<T>): Promise<T>;
}

/**
 * One training of one experiment: a network, and a stoppable generator that trains it and tells what happens. Its owner
 * has started a backend, and calls dispose. On the same backend the weights after N steps depend on the
 * experiment alone, not on pauses, checkpoints or the speed of the device; on our own kernels they have the same bits on every device.
 */
export class Training {
  private network: TrainableNetwork;
  private readonly batches: Batches;
  private readonly checkUp: CheckUp;
  private seconds: number;
  private safe: Checkpoint;
  private stopping = false;
  /** Whether the network may be used by others right now: nothing runs, or what runs waits for pictures. */
  private atRest = true;
  private wake: () => void = () => {};
  private told: Point | null = null;
  private validation: ValidationSet | null = null;
  private startTold: boolean;
  private interludes: (() => Promise<void>)[] = [];
  private points = 0;
  private since = { loss: 0, correct: 0, examples: 0, ms: 0 };

  /**
   * @param from a checkpoint to go on from; null: start with the seed's weights
   * @param emitAfterStep points up to this step are known already and not told
   */
  constructor(
    readonly experiment: Experiment,
    private readonly place: TrainingPlace,
    from: Checkpoint | null = null,
    private readonly emitAfterStep = -1,
  ) {
    this.safe = from ?? startOf(experiment);
    this.network = place.network(experiment, this.safe);
    this.seconds = this.safe.seconds;
    this.startTold = this.safe.step > 0;
    this.batches = new Batches(experiment, place.pictures);
    this.checkUp = new CheckUp(experiment, place.pictures, this.batches, () => place.breathe());
  }

  get step(): number {
    return this.network.step;
  }

  get done(): boolean {
    return this.network.step >= totalSteps(this.experiment);
  }

  /** The run ends after the step that is under way. */
  stop(): void {
    this.stopping = true;
    this.wake();
  }

  /** The latest point, told or known already. */
  get lastPoint(): Point | null {
    return this.told;
  }

  /** What the doctor says of the network as it stands. */
  examine(): Promise<readonly Finding[]> {
    return this.between((network) => this.place.guard(this.checkUp.examine(network)));
  }

  /** Does some work on the network between two slices, or at once when nothing runs. */
  between<T>(work: (network: TrainableNetwork, seconds: number) => Promise<T>): Promise<T> {
    if (this.atRest) return work(this.network, this.seconds);
    return new Promise((resolve, reject) => {
      this.interludes.push(() => work(this.network, this.seconds).then(resolve, reject));
    });
  }

  /**
   * Trains until stopped, finished, diverged or `limit` steps have been done, and tells what happens. The last emissions
   * are a point with all that was not told yet, a checkpoint (unless diverged) and the state.
   */
  async *run(limit = Number.POSITIVE_INFINITY): AsyncGenerator<Emission, void, void> {
    const { experiment, place } = this;
    const { now } = place;
    const end = Math.min(totalSteps(experiment), this.step + limit);
    const perEpoch = stepsPerEpoch(experiment);
    const checkpoints = new Chore(PACE.checkpointMs, now);
    const validations = new Chore(PACE.validationMs, now);
    const pointing = new Chore(PACE.pointMs, now);
    const examinations = new Chore(PACE.examinationMs, now, PACE.examinationShare);
    let firstExaminationMs: number | undefined = PACE.firstExaminationMs;
    let validation: Measures | null = null;
    let finite = true;
    this.stopping = false;
    this.atRest = false;
    try {
      yield { type: 'state', state: 'training', step: this.step };
      if (!this.startTold && (await this.arrived())) {
        const measures = await validations.run(() => this.validate(false));
        this.startTold = true;
        yield* this.tell(await this.startPoint(measures));
      }
      while (this.step < end && !this.stopping && finite) {
        const begun = now();
        let epochEnded = false;
        let waits = false;
        do {
          // Told before it waits: a quick device is through with the first file before a point is due.
          waits = this.since.examples > 0 && !this.isHere();
          if (waits || !(await this.arrived())) break;
          const { pixels, labels } = this.batches.at(this.step);
          this.network.trainStep(pixels, labels);
          if (this.network.unreadSteps >= place.readEvery) finite = await this.read();
          epochEnded = this.step % perEpoch === 0;
        } while (finite && !epochEnded && this.step < end && !this.stopping && now() - begun < PACE.sliceMs);
        this.since.ms += now() - begun;

        const finished = this.step >= totalSteps(experiment);
        if (finished && !place.pictures.validation)
          await this.rest(place.pictures.untilValidation?.() ?? Promise.resolve());
        const pointDue = finished || waits || pointing.due(1, pointInterval(this.points));
        if (finite && (finished || (pointDue && epochEnded && validations.due(4, 0)) || validations.due())) {
          const whole = epochEnded;
          validation = await validations.run(() => this.validate(whole), whole ? 4 : 1);
        }
        if (finite && pointDue) {
          finite = await this.read();
          yield* this.tell(this.point(validation));
          validation = null;
          pointing.reset();
        }
        this.seconds += (now() - begun) / 1_000;
        if (finite && checkpoints.due()) {
          yield { type: 'checkpoint', checkpoint: await checkpoints.run(() => this.checkpoint()) };
        }
        if (finite && examinations.due(1, firstExaminationMs)) {
          firstExaminationMs = undefined;
          const work = () => place.guard(this.checkUp.examine(this.network));
          yield { type: 'findings', findings: await examinations.run(work) };
        }
        await place.breathe();
        await this.serve();
      }
      finite = (await this.read()) && finite;
      if (this.since.examples > 0) yield* this.tell(this.point(validation));
      if (finite) {
        const checkpoint = await this.checkpoint();
        // Weights can overflow in the very last step, whose loss was still fine.
        finite = this.safe === checkpoint;
        if (finite) yield { type: 'checkpoint', checkpoint };
      }
      const step = this.step;
      if (!finite) {
        this.fallBack();
        yield { type: 'findings', findings: this.checkUp.blewUp() };
      }
      yield { type: 'state', state: !finite ? 'diverged' : this.done ? 'finished' : 'paused', step };
    } finally {
      this.atRest = true;
      await this.serve();
    }
  }

  /**
   * Does the steps up to one and nothing else: nothing is told, measured or saved on the way. Not while it trains.
   * @param between after each stretch of steps
   * @returns where it stands, with all there is to go on from: earlier where it was stopped
   */
  async repeat(to: number, between: (step: number) => Promise<void>): Promise<Checkpoint> {
    this.stopping = false;
    this.atRest = false;
    try {
      await repeatSteps(this.network, this.batches, Math.min(to, totalSteps(this.experiment)), {
        arrived: () => this.arrived(),
        between: async () => {
          await between(this.step);
          return !this.stopping;
        },
        now: this.place.now,
      });
      return { ...(await this.place.guard(this.network.state())), seconds: this.seconds };
    } finally {
      this.atRest = true;
      await this.serve();
    }
  }

  dispose(): void {
    this.network.dispose();
  }

  /** The same experiment from step 0, at the same place. */
  afresh(): Training {
    return new Training(this.experiment, this.place);
  }

  /** Everything to go on from here; becomes what a diverged network falls back to, if it is finite. */
  private async checkpoint(): Promise<Checkpoint> {
    const checkpoint = { ...(await this.place.guard(this.network.state())), seconds: this.seconds };
    if (allFinite(checkpoint.weights) && allFinite(checkpoint.slots)) this.safe = checkpoint;
    return checkpoint;
  }

  /** A diverged network answers nothing; the last sound weights do, for the picture and for handing in. */
  private fallBack(): void {
    this.network.dispose();
    this.network = this.place.network(this.experiment, this.safe);
  }

  /** Waits for the pictures of the next step; false where it was stopped before they came. */
  private async arrived(): Promise<boolean> {
    if (this.isHere()) return true;
    await this.rest(this.place.pictures.until(this.batches.needed(this.step)));
    return this.isHere();
  }

  /** Whether the pictures of the next batch are there. */
  private isHere(): boolean {
    return this.place.pictures.available >= this.batches.needed(this.step);
  }

  /** Waits for something or a stop; others may use the network meanwhile. */
  private async rest(something: Promise<void>): Promise<void> {
    this.atRest = true;
    try {
      await this.serve();
      const stopped = new Promise<void>((resolve) => {
        this.wake = resolve;
        if (this.stopping) resolve();
      });
      await Promise.race([something, stopped]);
    } finally {
      this.atRest = false;
    }
  }

  private async serve(): Promise<void> {
    while (this.interludes.length > 0) await this.interludes.shift()!();
  }

  /** Adds the unread steps to what the next point tells. False: the loss is no number any more. */
  private async read(): Promise<boolean> {
    const measured = await this.place.guard(this.network.measure());
    if (!measured) return true;
    this.since.loss += measured.loss * measured.examples;
    this.since.correct += measured.accuracy * measured.examples;
    this.since.examples += measured.examples;
    return Number.isFinite(measured.loss);
  }

  private point(validation: Measures | null): Point {
    const { loss, correct, examples, ms } = this.since;
    this.since = { loss: 0, correct: 0, examples: 0, ms: 0 };
    return {
      step: this.step,
      epoch: epochsDone(this.experiment, this.step),
      loss: finiteOrNull(loss / examples),
      accuracy: finiteOrNull(Math.min(1, correct / examples)),
      validationLoss: finiteOrNull(validation?.loss),
      validationAccuracy: finiteOrNull(validation?.accuracy),
      ...examplesOf(validation),
      examplesPerSecond: ms > 0 ? (examples * 1_000) / ms : 0,
    };
  }

  /** Step 0: what the fresh network makes of its first batch. */
  private async startPoint(validation: Measures | null): Promise<Point> {
    const { pixels, labels } = this.batches.at(0);
    const sums = sumLosses(
      this.experiment.loss,
      await this.place.guard(this.network.logits(pixels)),
      labels,
      this.network.classes,
    );
    return {
      step: 0,
      epoch: 0,
      loss: finiteOrNull(sums.loss / labels.length),
      accuracy: sums.correct / labels.length,
      validationLoss: finiteOrNull(validation?.loss),
      validationAccuracy: finiteOrNull(validation?.accuracy),
      ...examplesOf(validation),
      examplesPerSecond: 0,
    };
  }

  private *tell(point: Point): Generator<Emission> {
    this.told = point;
    this.checkUp.note(point);
    if (point.step <= this.emitAfterStep) return;
    this.points++;
    yield { type: 'point', point };
  }

  private async validate(whole: boolean): Promise<Measures | null> {
    const all = this.place.pictures.validation;
    if (!all) return null;
    this.validation ??= new ValidationSet(
      ruledExamples(this.experiment, 'validation', all),
      this.experiment.seed,
    );
    const set = this.validation;
    const breathe = async () => {
      await this.place.breathe();
      await this.serve();
    };
    const measure = (examples: Examples) =>
      this.place.guard(evaluate(this.network, this.experiment.loss, examples, breathe));
    const part = await measure(set.part);
    return whole ? set.whole(part, await measure(set.rest)) : set.estimate(part);
  }
}

function examplesOf(validation: Measures | null): { validationExamples?: number } {
  return validation ? { validationExamples: validation.examples } : {};
}

/** JSON has no NaN and no infinity. */
function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
