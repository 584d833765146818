import type { Answers } from '@/base/line/responder';
import { SerialQueue } from '@/base/serial-queue';
import { isOnCard } from '@/engine/backend/engine-backends';
import { fetched } from '@/engine/backend/fetched';
import type { Examples } from '@/engine/digits/examples';
import { classifyError, EngineError } from '@/engine/engine-error';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { breathe } from '@/engine/training/breathe';
import type { Checkpoint, TrainerState } from '@/engine/training/checkpoint';
import { CoolPace } from '@/engine/training/cool-pace';
import { stepsPerEpoch, totalSteps } from '@/engine/training/schedule';
import type { Training } from '@/engine/training/training';
import type { Experiment } from '@/protocol/experiment';
import { leakExperiment } from '@/protocol/leak-rules';
import { roundExperiment } from '@/protocol/rounds-settings';
import type { Point } from '@/protocol/run';
import { countWeights } from '@/protocol/weight-shapes';
import { DeviceGuard } from './deadline';
import type {
  Begun,
  CheckCount,
  Report,
  Requests,
  RoundAnswer,
  TogetherAnswer,
  ValidationAnswers,
} from './messages';
import { type PicturesPlace, SessionPictures } from './session-pictures';

/** Milliseconds after which a read on a GPU counts as lost; the first step of a convolution compiles for up to 5 s without a card. */
const PATIENCE_MS = 30_000;
/** Milliseconds between two tellings of how far a repetition is. */
const REACHING_MS = 100;

type TrainingCode = typeof import('./training-code');

/** What the session needs of the place where it runs. */
export interface SessionPlace extends PicturesPlace {
  now(): number;
}

/** What answers the requests of messages.ts: one training at a time, commands one after another, questions between slices. */
export class TrainerSession {
  private readonly pictures: SessionPictures;
  private wasmUrl = '';
  private fetchedCode: Promise<TrainingCode> | null = null;
  private training: Training | null = null;
  private run = 0;
  private ended: TrainerState | null = null;
  /** The run of the current training's generator; settled when it stands still. */
  private driving: Promise<void> = Promise.resolve();
  private readonly commands = new SerialQueue();
  /** Whether what calculates has been warmed up. */
  private warm = false;
  /** Trainings that were begun here. */
  private begins = 0;
  /** The pictures that this device holds in rounds of learning together. */
  private own: { key: string; pictures: Examples } | null = null;
  private readonly pace: CoolPace;
  private device = new DeviceGuard(PATIENCE_MS);

  constructor(private readonly place: SessionPlace) {
    this.pace = new CoolPace(place.now);
    this.pictures = new SessionPictures(place);
  }

  /** What is answered to each request. */
  readonly answers: Answers<Requests> = {
    load: (input) => {
      this.wasmUrl = input.wasmUrl;
      return this.pictures.load(input);
    },
    prepare: () => this.prepare(),
    begin: (input) => this.inTurn(() => this.begin(input)),
    train: ({ until }) => this.inTurn(() => this.train(until)),
    // Stops at once, not only when earlier commands are done.
    pause: () => this.stopping(() => this.halt()),
    step: () => this.stopping(() => this.step()),
    reach: ({ step }) => this.stopping(() => this.reach(step)),
    reset: () => this.stopping(() => this.reset()),
    dispose: () => this.stopping(() => this.free()),
    report: () => this.ask((training, code) => this.report(training, code)),
    validationAnswers: () => this.ask((training, code) => this.validationAnswers(training, code)),
    together: (input) => this.inTurn(() => this.together(input)),
    learnRound: (input) => this.inTurn(() => this.learnRound(input)),
    pictureGradient: (input) => this.inTurn(() => this.pictureGradient(input)),
    check: () => this.ask((training, code) => this.check(training, code)),
    weights: () => this.ask((training) => training.between((network) => network.state())),
    examine: () => this.ask((training) => training.examine()),
    firstLayer: ({ most }) =>
      this.ask((training, { firstLayerOf }) =>
        training.between((network) => firstLayerOf(network, training.experiment, most)),
      ),
    predict: ({ pixels }) =>
      this.ask((training, { predictOne }) => training.between((network) => predictOne(network, pixels))),
    samples: (input) => this.pictures.samples(input),
    ping: () => null,
  };

  private stopping<T>(command: () => Promise<T>): Promise<T> {
    this.training?.stop();
    return this.inTurn(command);
  }

  private inTurn<T>(command: () => Promise<T>): Promise<T> {
    return this.commands.run(command);
  }

  /** Questions wait for commands before them, and commands do not wait for questions. */
  private async ask<T>(question: (training: Training, code: TrainingCode) => Promise<T>): Promise<T> {
    await this.commands.settled();
    // Where a training stands its code is there.
    const training = this.begun();
    return question(training, await this.code());
  }

  /** What trains, fetched when it is first needed. */
  private code(): Promise<TrainingCode> {
    this.fetchedCode ??= fetched(this.wasmUrl, () => import('./training-code')).catch((error: unknown) => {
      this.fetchedCode = null;
      throw error;
    });
    return this.fetchedCode;
  }

  private get startOptions() {
    return { wasmUrl: this.wasmUrl, onContextLost: () => this.contextLost() };
  }

  private async prepare(): Promise<null> {
    this.pictures.holdRest();
    let network: MakeNetwork | null;
    try {
      const { prepareBackend } = await this.code();
      network = await prepareBackend(this.startOptions);
    } finally {
      this.pictures.releaseSoon(this.training !== null);
    }
    if (network && !this.warm) {
      this.warm = true;
      const { warmUp } = await this.code();
      const { now } = this.place;
      await warmUp(network, { breathe, now, unwanted: () => this.begins > 0 });
    }
    return null;
  }

  private begun(): Training {
    if (!this.training) throw new EngineError('not-begun', 'no training has begun');
    return this.training;
  }

  private async begin(input: Requests['begin']['input']): Promise<Begun> {
    this.begins++;
    if (!this.pictures.isWhole(input.experiment.dataset)) this.pictures.holdRest();
    try {
      return await this.build(input);
    } finally {
      this.pictures.releaseSoon(this.training !== null);
    }
  }

  private async build(input: Requests['begin']['input']): Promise<Begun> {
    const { experiment, run, checkpoint } = input;
    await this.free();
    const { openBackend, READ_EVERY, Training } = await this.code();
    const pictures = this.pictures.storeOf(experiment.dataset, 'begin');
    this.run = run;
    const { facts: backend, network } = await openBackend(
      experiment,
      { wanted: input.backend, remembered: input.remembered, avoid: input.avoid },
      this.startOptions,
    );
    this.place.tell({ type: 'backend', run, facts: backend });
    const gpu = isOnCard(backend.backend);
    this.training = new Training(
      experiment,
      {
        network,
        pictures,
        breathe,
        now: this.place.now,
        readEvery: READ_EVERY[backend.backend],
        guard: gpu ? (promise) => this.device.guard(promise) : (promise) => promise,
      },
      checkpoint,
      input.emitAfterStep,
    );
    this.ended = null;
    this.tellState('ready');
    return {
      backend,
      step: this.training.step,
      totalSteps: totalSteps(experiment),
      stepsPerEpoch: stepsPerEpoch(experiment),
      weightCount: countWeights(experiment),
    };
  }

  private async train(until: number | null): Promise<null> {
    const training = this.begun();
    await this.halt();
    if (this.ended) {
      this.tellState(this.ended);
      return null;
    }
    this.pictures.takeUp(training.experiment.dataset);
    const left = until === null ? 0 : until - training.step;
    this.driving = this.drive(training, left > 0 ? left : Number.POSITIVE_INFINITY).catch(() => {});
    return null;
  }

  private async step(): Promise<Point> {
    const training = this.begun();
    await this.halt();
    if (this.ended) throw new EngineError('not-begun', `the training is ${this.ended}`);
    this.pictures.takeUp(training.experiment.dataset);
    await this.drive(training, 1);
    if (!training.lastPoint) throw new EngineError('not-begun', 'stopped before the step was done');
    return training.lastPoint;
  }

  /** At full speed for some seconds, then slower: it may be a phone. */
  private async reach(step: number): Promise<Checkpoint> {
    const training = this.begun();
    await this.halt();
    this.pictures.release();
    this.pictures.takeUp(training.experiment.dataset);
    const { now, tell } = this.place;
    let told = now();
    this.pace.begin();
    return training.repeat(step, async (at) => {
      if (now() - told >= REACHING_MS) {
        told = now();
        tell({ type: 'reaching', run: this.run, step: at });
      }
      const rest = this.pace.rest();
      if (rest === 0) return breathe();
      await new Promise((resolve) => setTimeout(resolve, rest));
      this.pace.rested();
    });
  }

  /** Tells what a training emits until it stands still. A failure is told and thrown. */
  private async drive(training: Training, limit: number): Promise<void> {
    const { run } = this;
    const { tell } = this.place;
    try {
      for await (const emission of training.run(limit)) {
        if (emission.type === 'state' && (emission.state === 'finished' || emission.state === 'diverged')) {
          this.ended = emission.state;
        }
        tell({ ...emission, run });
        if (emission.type === 'point') this.pictures.release();
      }
    } catch (error) {
      const failure = classifyError(error);
      tell({ type: 'error', run, code: failure.code, detail: failure.message });
      // Pictures that do not come leave the network whole: it can go on when they do.
      if (failure.code === 'data-failed') tell({ type: 'state', run, state: 'paused', step: training.step });
      throw failure;
    }
  }

  private async halt(): Promise<null> {
    this.training?.stop();
    await this.driving;
    return null;
  }

  private async reset(): Promise<null> {
    const training = this.begun();
    await this.halt();
    training.dispose();
    this.training = training.afresh();
    this.ended = null;
    this.tellState('ready');
    return null;
  }

  private async free(): Promise<null> {
    await this.halt();
    this.training?.dispose();
    this.training = null;
    return null;
  }

  private async report(training: Training, { reportOn }: TrainingCode): Promise<Report> {
    const validation = await this.pictures.validationOf(training.experiment);
    return training.between((network, seconds) =>
      reportOn(network, training.experiment, validation, seconds, breathe),
    );
  }

  private async validationAnswers(
    training: Training,
    { evaluate }: TrainingCode,
  ): Promise<ValidationAnswers> {
    const validation = await this.pictures.validationOf(training.experiment);
    const { probabilities } = await training.between((network) =>
      evaluate(network, training.experiment.loss, validation, breathe),
    );
    return { labels: validation.labels.slice(), probabilities };
  }

  private async check(training: Training, { checkOn }: TrainingCode): Promise<CheckCount | null> {
    const pictures = await this.pictures.storeOf(training.experiment.dataset, 'check').check();
    return training.between(async (network) => {
      const from = this.place.now();
      const counted = await checkOn(network, training.experiment, pictures, breathe);
      return counted && { ...counted, milliseconds: this.place.now() - from };
    });
  }

  private async together({
    experiment,
    networks,
    remembered,
  }: Requests['together']['input']): Promise<TogetherAnswer> {
    const { networksTogether, openBackend } = await this.code();
    const validation = await this.pictures.validationOf(experiment);
    const { network } = await openBackend(
      experiment,
      { wanted: 'auto', remembered, avoid: [] },
      this.startOptions,
    );
    const from = this.place.now();
    const shares = await networksTogether(experiment, networks, validation, network, breathe);
    return { ...shares, milliseconds: this.place.now() - from };
  }

  private async learnRound(round: Requests['learnRound']['input']): Promise<RoundAnswer> {
    const { deviceRound, ownPictures } = await this.code();
    const store = this.pictures.storeOf(round.dataset, 'learnRound');
    this.pictures.release();
    await store.load();
    const key = JSON.stringify([round.dataset, round.place, round.each, round.seed]);
    if (this.own?.key !== key) this.own = { key, pictures: ownPictures(store.train, round) };
    const network = await this.shortSteps(roundExperiment(round.dataset, round));
    const from = this.place.now();
    const weights = await deviceRound(round, this.own.pictures, { network, breathe, now: this.place.now });
    return { weights, milliseconds: this.place.now() - from };
  }

  private async pictureGradient(picture: Requests['pictureGradient']['input']): Promise<Float32Array> {
    const { pictureGradient } = await this.code();
    return pictureGradient(picture, await this.shortSteps(leakExperiment(picture.dataset, picture.seed)));
  }

  /** Where steps are made that are too short for anything but the kernels: on these wherever they run. */
  private async shortSteps(experiment: Experiment): Promise<MakeNetwork> {
    const { openBackend, prepareBackend } = await this.code();
    const kernels = await prepareBackend(this.startOptions);
    if (kernels) return kernels;
    return (
      await openBackend(experiment, { wanted: 'auto', remembered: 'wasm', avoid: [] }, this.startOptions)
    ).network;
  }

  private tellState(state: TrainerState): void {
    this.place.tell({ type: 'state', run: this.run, state, step: this.begun().step });
  }

  private contextLost(): void {
    const detail = 'webglcontextlost';
    this.device.lose(detail);
    this.place.tell({ type: 'error', run: this.run, code: 'context-lost', detail });
  }
}
