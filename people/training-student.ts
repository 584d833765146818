import { fileURLToPath } from 'node:url';
import type { Examples } from '@/engine/digits/examples';
import type { TrainableNetwork } from '@/engine/network/trainable-network';
import { createRandom } from '@/engine/random';
import type { TrainPictures } from '@/engine/training/batches';
import { breathe } from '@/engine/training/breathe';
import type { Checkpoint } from '@/engine/training/checkpoint';
import { startOf } from '@/engine/training/start-of';
import { type Emission, Training } from '@/engine/training/training';
import { type NodeNetworks, nodeNetworks } from '@/engine/verify/node-networks';
import { reportOn } from '@/engine/worker/session-answers';
import type { Experiment } from '@/protocol/experiment';
import type { RunReport } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import { isSameExperiment } from '@/protocol/same-experiment';
import type { StudentView, View } from '@/protocol/views';
import { dealtTo } from './class-answers';
import { FoolPlayer } from './fool-player';
import { handCheckpoint } from './hand-checkpoint';
import { keepAnswering } from './keep-answering';
import { PointSender } from './point-sender';
import { RoundLearner } from './round-learner';
import { TabStudent } from './student';
import { Tab } from './tab';
import { workAsUnit } from './work-as-unit';

const KERNELS = fileURLToPath(new URL('../public/wasm/kernels.wasm', import.meta.url));

export interface Pictures extends TrainPictures {
  readonly validation: Examples;
}

/**
 * A student without a browser who really trains, with the product's engine in this process: sends the points batch by batch, and
 * hands the weights in. Comes back by itself when the server was away.
 */
export class TrainingStudent extends TabStudent {
  private paused = false;
  private ended = false;
  private view: StudentView | null = null;
  /** What it has trained to its end last. */
  private learned: { experiment: Experiment; weights: Float32Array } | null = null;
  private readonly rounds: RoundLearner;
  private readonly fools: FoolPlayer;
  private readonly answer: (view: View) => void;

  constructor(
    private readonly url: string,
    code: string,
    nickname: string,
    private readonly pictures: Pictures,
    /** Waits, and is cut short when all is to end. */
    private readonly sleep: (milliseconds: number) => Promise<void>,
    /** Its number: it answers otherwise than the others do. */
    nth = 0,
  ) {
    super(new Tab(url, { patienceMs: 15_000 }), code, nickname);
    const random = createRandom(nth);
    this.rounds = new RoundLearner({
      ...{ student: this, train: pictures.train, sleep },
      networks: () => nodeNetworks(KERNELS),
    });
    this.fools = new FoolPlayer({
      ...{ student: this, pictures: pictures.validation, sleep },
      random: () => random.uniform(),
      withNetwork: (work) => this.withNetwork(work),
    });
    this.answer = keepAnswering(this.tab, nth);
    workAsUnit(this);
    this.tab.socket.on('view', (view) => this.look(view));
    this.tab.socket.on('detached', () => {
      this.ended = true;
    });
  }

  override async join(): Promise<this> {
    const { code, nickname, credentials } = this;
    const { view } = await this.tab.stayAttached(
      { code, as: { kind: 'newcomer', nickname, credentials } },
      { code, as: { kind: 'student', credentials } },
    );
    this.answer(view);
    this.look(view);
    return this;
  }

  /** What the class has dealt it; null: it trains what it likes. */
  get dealt(): Experiment | null {
    return this.view && dealtTo(this.view);
  }

  /** Trains one experiment from start to end, and hands the network in where it did not diverge. Broken off when the class deals it another. */
  async trainOnce(experiment: Experiment): Promise<void> {
    const networks = await nodeNetworks(KERNELS);
    const sender = new PointSender(this.tab, experiment, networks.backend, () => this.ended, this.sleep);
    if (!(await sender.open())) return;
    const training = new Training(experiment, {
      network: networks.network,
      pictures: this.pictures,
      breathe,
      now: () => performance.now(),
      readEvery: 1,
      guard: (promise) => promise,
    });
    let last: Checkpoint | null = null;
    let kept = 0;
    let state: RunState = 'training';
    try {
      while (state === 'training' || (state === 'paused' && this.goesOnWith(experiment))) {
        for await (const emission of training.run()) {
          state = runStateOf(emission) ?? state;
          if (emission.type === 'checkpoint') {
            last = emission.checkpoint;
            if (last.step >= 2 * kept) {
              kept = last.step;
              await this.keep(sender.runId, last);
            }
          }
          if (emission.type === 'point') await sender.add(emission.point);
          if (this.paused || !this.goesOnWith(experiment)) training.stop();
          // Leaves the processor to the other students and to whoever watches.
          await this.sleep(40);
        }
        if (state === 'paused') await sender.send('paused');
        while (this.paused && this.goesOnWith(experiment)) await this.sleep(500);
      }
    } finally {
      training.dispose();
    }
    if (last && state === 'finished') {
      this.learned = { experiment, weights: last.weights };
      await sender.send('finished', await this.report(experiment, last, networks));
      await this.keep(sender.runId, last);
      await this.submit(sender.runId, last.weights, {
        ...(networks.backend === 'kernels' && { trainedTo: last.step }),
        updates: last.step,
      });
    } else {
      await sender.send(state === 'paused' ? 'stopped' : state);
    }
  }

  /** A moment that the class may keep; where it does not, the class goes on without. */
  private async keep(runId: string, { step, weights }: Checkpoint): Promise<void> {
    if (step === 0) return;
    await handCheckpoint(this.url, this.code, { runId, step }, this.credentials, weights).catch(
      () => undefined,
    );
  }

  /** Waits for its next training, or until the class deals it one. */
  async rest(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    while (performance.now() < end && this.dealt === null && !this.ended) await this.sleep(250);
  }

  leave(): void {
    this.ended = true;
    this.tab.close();
  }

  get isOver(): boolean {
    return this.ended;
  }

  private look(view: View): void {
    this.paused = view.class.paused;
    this.ended ||= view.class.phase === 'ended';
    if (view.viewer !== 'student') return;
    this.view = view;
    this.rounds.see(this.paused || this.ended ? null : view.rounds);
    this.fools.see(this.paused || this.ended ? null : view.fool);
  }

  private goesOnWith(experiment: Experiment): boolean {
    const { dealt } = this;
    return !this.ended && (dealt === null || isSameExperiment(dealt, experiment));
  }

  /** Does something with what it has learned; null: nothing yet. */
  private async withNetwork<Result>(
    work: (network: TrainableNetwork) => Promise<Result>,
  ): Promise<Result | null> {
    if (this.learned === null) return null;
    const { experiment, weights } = this.learned;
    const { network: make } = await nodeNetworks(KERNELS);
    const network = make({ ...experiment, optimizer: 'sgd' }, { ...startOf(experiment), weights });
    try {
      return await work(network);
    } finally {
      network.dispose();
    }
  }

  private async report(
    experiment: Experiment,
    checkpoint: Checkpoint,
    networks: NodeNetworks,
  ): Promise<RunReport> {
    const network = networks.network(
      { ...experiment, optimizer: 'sgd' },
      { ...startOf(experiment), weights: checkpoint.weights },
    );
    try {
      const { confusion } = await reportOn(
        network,
        experiment,
        this.pictures.validation,
        checkpoint.seconds,
        breathe,
      );
      return { confusion, seconds: checkpoint.seconds };
    } finally {
      network.dispose();
    }
  }
}

function runStateOf(emission: Emission): RunState | null {
  if (emission.type !== 'state') return null;
  return emission.state === 'ready' ? null : emission.state;
}
