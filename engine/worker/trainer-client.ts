import { Caller } from '@/base/line/caller';
import { Listeners } from '@/base/listeners';
import { isOnCard } from '@/engine/backend/engine-backends';
import type { RuledData } from '@/engine/digits/data-rule';
import type { Progress } from '@/engine/digits/picture-store';
import type { EngineErrorCode } from '@/engine/engine-error';
import { classifyError, EngineError } from '@/engine/engine-error';
import type { DeviceRound } from '@/engine/together/device-round';
import type { PictureToLearn } from '@/engine/together/picture-gradient';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { DatasetId, DatasetPart } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Finding } from '@/protocol/finding';
import type { Point } from '@/protocol/run';
import { workOf } from './calibration-memory';
import { absolute, type BeginOptions, type ClientOptions, withDefaults } from './client-options';
import type {
  Begun,
  CheckCount,
  FirstLayer,
  Report,
  RequestName,
  Requests,
  RoundAnswer,
  Samples,
  TogetherAnswer,
  TrainerEvent,
  TrainerRefusal,
  ValidationAnswers,
} from './messages';
import { decideRecovery, type Failure } from './recovery';
import { type GuardedWorker, Watchdog } from './watchdog';

/** The worker is being replaced after a failure; the training goes on by itself from its last checkpoint. */
interface RecoveringEvent {
  type: 'recovering';
  run: number;
  code: EngineErrorCode;
  from: Backend | null;
}
export type ClientEvent = TrainerEvent | RecoveringEvent;

type TrainerLine = Caller<Requests, TrainerEvent, TrainerRefusal>;

const DOWNLOADS: ReadonlySet<RequestName> = new Set(['load', 'samples', 'prepare']);

/** Whether an answer is due, mere downloads aside (they take as long as the network does). */
const isDue = (line: TrainerLine): boolean => line.waiting().some((name) => !DOWNLOADS.has(name));

/** A training as the page knows it: enough to begin it anew in another worker. */
interface Current {
  run: number;
  experiment: Experiment;
  backend: Backend | 'auto';
  checkpoint: Checkpoint | null;
  lastStep: number;
  training: boolean;
  /** Where it stops by itself; null: at its end. */
  until: number | null;
  failures: Failure[];
  runsOn: Backend | null;
}

/**
 * The page's hold on training: owns the one worker, turns requests into promises (which reject with EngineError), hands
 * events on, and when the worker or its device dies starts another and goes on from the last checkpoint. No React.
 */
export class TrainerClient {
  private line: TrainerLine | null = null;
  /** The data sets that were asked for. */
  private readonly loaded = new Map<DatasetId, Promise<Progress>>();
  /** The newest word of each: whoever asks later must not be told the first. */
  private readonly progress = new Map<DatasetId, Progress>();
  private current: Current | null = null;
  private opening: Promise<Begun> | null = null;
  private runs = 0;
  private readonly listeners = new Listeners<[event: ClientEvent]>();
  private readonly watchdog: Watchdog;
  private readonly options: Required<ClientOptions>;

  constructor(options: ClientOptions = {}) {
    this.options = withDefaults(options);
    this.watchdog = new Watchdog(this.options.watchdogMs, {
      watched: () => this.watched(),
      onSilent: () => this.silent(),
    });
  }

  /** Hears all events of the current training, and those of loading. @returns ends it */
  subscribe(listener: (event: ClientEvent) => void): () => void {
    return this.listeners.add(listener);
  }

  /** Starts the worker and fetches a data set; settles when its first pictures are there. After data-failed: tries again. */
  async load(dataset: DatasetId): Promise<Progress> {
    const loading =
      this.loaded.get(dataset) ??
      this.lineNow().ask('load', {
        dataset,
        dataUrl: absolute(this.options.dataUrl),
        wasmUrl: absolute(this.options.wasmUrl),
      });
    this.loaded.set(dataset, loading);
    try {
      const first = await loading;
      return this.progress.get(dataset) ?? first;
    } catch (error) {
      if (this.loaded.get(dataset) === loading) this.loaded.delete(dataset);
      throw error;
    }
  }

  /**
   * Fetches the code that trains, so that `begin` need not wait for it; loads too. A failure shows at `begin`, which
   * fetches it anew.
   */
  async prepare(dataset: DatasetId): Promise<void> {
    // Side by side; the worker hears of the load first and knows by it where files are.
    const loading = this.load(dataset);
    await Promise.all([loading, this.lineNow().ask('prepare', {})]);
  }

  /** Makes this experiment the current training; the one before ends. Loads first where needed. */
  begin(experiment: Experiment, options: BeginOptions = {}): Promise<Begun> {
    this.current = {
      run: ++this.runs,
      experiment,
      backend: options.backend ?? 'auto',
      checkpoint: options.checkpoint ?? null,
      lastStep: options.emitAfterStep ?? -1,
      training: false,
      until: null,
      failures: [],
      runsOn: null,
    };
    return this.open(this.current, null);
  }

  /** Trains until paused, finished or diverged. @param until the step after which it stands still by itself, where it is not there yet */
  async train(until: number | null = null): Promise<void> {
    if (this.current) Object.assign(this.current, { training: true, until });
    await this.ask('train', { until });
  }

  /** Settles when the training stands still and its checkpoint was told. */
  async pause(): Promise<void> {
    if (this.current) this.current.training = false;
    await this.ask('pause', {});
  }

  /** Exactly one optimiser step. */
  step(): Promise<Point> {
    if (this.current) this.current.training = false;
    return this.ask('step', {});
  }

  /** Does the steps up to one and nothing else; `pause` ends it earlier. @returns where it stands then, with all there is to go on from */
  reach(step: number): Promise<Checkpoint> {
    if (this.current) this.current.training = false;
    return this.ask('reach', { step });
  }

  /** Back to step 0 with the seed's weights. All points are told anew. */
  async reset(): Promise<void> {
    const { current } = this;
    if (current) Object.assign(current, { training: false, checkpoint: null, lastStep: -1 });
    await this.ask('reset', {});
  }

  report(): Promise<Report> {
    return this.ask('report', {});
  }

  /** What the network answers to every validation picture. */
  validationAnswers(): Promise<ValidationAnswers> {
    return this.ask('validationAnswers', {});
  }

  /** How the network does on pictures that are fetched for this alone; null: its outputs are not finite. */
  check(): Promise<CheckCount | null> {
    return this.ask('check', {});
  }

  /** What many networks of an experiment's shape come to together: averaged, averaged once aligned, and by their votes. Loads first where needed. */
  async together(experiment: Experiment, networks: Float32Array[]): Promise<TogetherAnswer> {
    await this.load(experiment.dataset);
    const remembered = this.options.memory.get(workOf(experiment));
    return this.ask('together', { experiment, networks, remembered });
  }

  /** This device's part of a round of learning together. Loads first where needed. */
  async learnRound(round: DeviceRound): Promise<RoundAnswer> {
    await this.load(round.dataset);
    return this.ask('learnRound', round);
  }

  /** What a network would learn of one picture: ∂L/∂w of every weight, in storage order. Loads first where needed. */
  async pictureGradient(picture: PictureToLearn): Promise<Float32Array> {
    await this.load(picture.dataset);
    return this.ask('pictureGradient', picture);
  }

  /** As they are handed in: one Float32Array in the order of weightShapes. */
  weights(): Promise<{ step: number; weights: Float32Array }> {
    return this.ask('weights', {});
  }

  /** What the doctor says of the network now. */
  examine(): Promise<readonly Finding[]> {
    return this.ask('examine', {});
  }

  /** At most `most` of the first layer's units or kernels. */
  firstLayer(most: number): Promise<FirstLayer> {
    return this.ask('firstLayer', { most });
  }

  /** The probability of each label for one picture; quick even while a training runs. */
  predict(pixels: Uint8Array): Promise<number[]> {
    return this.ask('predict', { pixels });
  }

  /** Pictures of a part. @param ruled as this experiment has them; left out: as they are */
  async samples(
    dataset: DatasetId,
    part: DatasetPart,
    start: number,
    count: number,
    ruled?: Pick<RuledData, 'data' | 'seed'>,
  ): Promise<Samples> {
    await this.load(dataset);
    // Only what decides: the whole of an experiment need not travel.
    const rule = ruled?.data ? { ruled: { data: ruled.data, seed: ruled.seed } } : {};
    return this.ask('samples', { dataset, part, start, count, ...rule });
  }

  /** Ends the worker; this client is of no use any more. */
  dispose(): void {
    this.watchdog.close();
    this.current = null;
    this.drop(new EngineError('not-begun', 'disposed'));
    this.listeners.clear();
  }

  private lineNow(): TrainerLine {
    this.line ??= new Caller<Requests, TrainerEvent, TrainerRefusal>(this.options.startWorker(), {
      refused: ({ code, detail }) => new EngineError(code, detail),
      deathOf: (error) => new EngineError('worker-failed', error.message),
      onEvent: (event) => this.heard(event),
      onDeath: (error) => this.died(classifyError(error)),
    });
    return this.line;
  }

  private drop(error: EngineError): void {
    this.line?.close(error);
    this.line = null;
    this.loaded.clear();
    this.progress.clear();
  }

  /** Asks once the training stands; asks anew where the worker died meanwhile and another took over. */
  private async ask<N extends RequestName>(
    name: N,
    input: Requests[N]['input'],
  ): Promise<Requests[N]['answer']> {
    for (;;) {
      // No pause where nothing is opening: a death in between would leave this one with a worker that knows nothing.
      while (this.opening) await this.opening;
      const line = this.lineNow();
      try {
        return await line.ask(name, input);
      } catch (error) {
        // A single step is not repeated: it may have been told already.
        if (!this.opening || this.line === line || name === 'step') throw error;
      }
    }
  }

  /** Begins `current` in a worker, after a failure or not, until it stands or nothing is left to try. */
  private open(current: Current, failure: EngineError | null): Promise<Begun> {
    const before = this.opening;
    const opening = (async () => {
      // One after another: the one before notices that it is not the current one any more.
      await before?.catch(() => {});
      let problem = failure;
      for (;;) {
        if (this.current !== current) throw new EngineError('not-begun', 'another training began');
        let avoid: Backend[] = [];
        if (current.failures.length > 0 || problem) {
          if (problem) current.failures.push({ code: problem.code, backend: current.runsOn });
          const decision = decideRecovery(current.failures, current.backend);
          if (decision.act === 'give-up') throw problem ?? new EngineError('worker-failed', 'gave up');
          avoid = decision.avoid;
          if (problem) {
            this.emit({ type: 'recovering', run: current.run, code: problem.code, from: current.runsOn });
          }
        }
        try {
          return await this.openOnce(current, avoid);
        } catch (error) {
          problem = classifyError(error);
          // Code that did not come once may not be asked for again in the same worker.
          if (problem.code !== 'not-begun') this.drop(problem);
        }
      }
    })();
    this.opening = opening;
    const done = () => {
      if (this.opening === opening) this.opening = null;
    };
    opening.then(done, done);
    return opening;
  }

  private async openOnce(current: Current, avoid: Backend[]): Promise<Begun> {
    const { experiment, run, checkpoint } = current;
    const { memory } = this.options;
    const size = workOf(experiment);
    await this.load(experiment.dataset);
    const line = this.lineNow();
    const begun = await line.ask('begin', {
      run,
      experiment,
      backend: current.backend,
      remembered: memory.get(size),
      avoid,
      checkpoint,
      emitAfterStep: current.lastStep,
    });
    current.runsOn = begun.backend.backend;
    if (begun.backend.why === 'measured') memory.set(size, begun.backend.backend);
    if (current.training) await line.ask('train', { until: current.until });
    return begun;
  }

  private heard(event: TrainerEvent): void {
    const { current } = this;
    if (event.type === 'loading' || event.type === 'ready') this.progress.set(event.dataset, event.progress);
    if ('run' in event && event.run !== null && event.run !== current?.run) return;
    if (current) {
      if (event.type === 'checkpoint') current.checkpoint = event.checkpoint;
      if (event.type === 'point') current.lastStep = Math.max(current.lastStep, event.point.step);
      if (event.type === 'backend') current.runsOn = event.facts.backend;
      if (event.type === 'state' && event.state !== 'training' && event.state !== 'ready')
        current.training = false;
    }
    if (event.type === 'error' && event.code !== 'data-failed' && event.code !== 'not-begun') {
      this.died(new EngineError(event.code, event.detail));
      return;
    }
    if (event.type === 'error') this.loaded.clear();
    this.emit(event);
  }

  /** The worker or its device is gone. */
  private died(error: EngineError): void {
    const { current } = this;
    if (!current || this.opening) {
      // Whoever is loading or beginning hears of it by a rejection, and decides.
      this.drop(error);
      if (!current) this.emit({ type: 'error', run: null, code: error.code, detail: error.message });
      return;
    }
    this.open(current, error).catch((reason: unknown) => {
      if (this.current !== current) return;
      const { code, message } = classifyError(reason);
      current.training = false;
      this.emit({ type: 'error', run: current.run, code, detail: message });
    });
    // After `opening` is set, so that what was asked is asked again of the next worker.
    this.drop(error);
  }

  /** What the watchdog looks at. */
  private watched(): GuardedWorker | null {
    const { line } = this;
    if (line === null) return null;
    const isBusy = isDue(line) || this.current?.training === true || this.opening !== null;
    return {
      line,
      isBusy,
      tries: 1 + (this.current?.failures.length ?? 0),
      ping: () => void line.ask('ping', {}).catch(() => {}),
    };
  }

  private silent(): void {
    const runsOn = this.current?.runsOn;
    const code = runsOn && isOnCard(runsOn) ? 'context-lost' : 'worker-failed';
    this.died(new EngineError(code, `nothing heard for ${this.options.watchdogMs} ms`));
  }

  private emit(event: ClientEvent): void {
    this.listeners.tell(event);
  }
}
