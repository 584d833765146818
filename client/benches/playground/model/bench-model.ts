import { Listeners } from '@/base/listeners';
import type {
  Frame,
  PlaygroundBegun,
  PlaygroundErrorCode,
  PlaygroundState,
  Speed,
} from '@/engine/playground/messages';
import type { PlaygroundClient } from '@/engine/playground/playground-client';
import { PlaygroundError } from '@/engine/playground/playground-error';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import type { OwnPoints } from '@/engine/points/own-points';
import type { PointSet } from '@/engine/points/point-set';
import type { Finding } from '@/protocol/finding';
import { CurveLog } from './curve-log';
import { FrameCell, type FrameClock, type ShownFrame } from './frame-cell';
import type { Beginning, LeftTraining, ShownStanding } from './left-training';
import { adjustableOf, changeKind, featuresForOwn, withPossibleFeatures } from './setup-change';
import { type SetupEntry, SetupHistory } from './setup-history';

/** Everything about the bench but its frames. */
export interface BenchSnapshot {
  setup: PlaygroundSetup;
  own: OwnPoints | null;
  /** The network and points that the frames are of; null until the first. */
  begun: PlaygroundBegun | null;
  /** Features of `begun`: the setup may already be ahead of it. */
  features: PlaygroundSetup['features'];
  state: PlaygroundState;
  failure: PlaygroundErrorCode | null;
  /** What the doctor has found at its last visit. */
  findings: readonly Finding[];
  /** Not part of the setup: how fast it is done changes nothing of what is done. */
  speed: Speed;
  canUndo: boolean;
  canRedo: boolean;
  /** The weight that was set last by hand; null: none was. */
  setByHand: number | null;
  /** The hidden unit that is shown large; null: none is. */
  enlarged: number | null;
}

export interface BenchModelOptions {
  client: PlaygroundClient;
  setup: PlaygroundSetup;
  own: OwnPoints | null;
  /** Points dealt by a challenge: they take the place of own ones. */
  dealt?: PointSet | null;
  /** Where an earlier page left the training, instead of the seed's start. */
  left?: LeftTraining | null;
  speed?: Speed;
  clock?: FrameClock;
}

/** Steps a second to begin with: fast enough to arrive, slow enough to see how. */
const START_SPEED = 1000;

const NO_FINDINGS: readonly Finding[] = [];

/**
 * The 2-D bench without its looks: a setup with a history, the training in the worker, and its newest frame. React reads it
 * through `subscribe` and `snapshot`; pictures through `frames`.
 */
export class BenchModel {
  readonly frames: FrameCell;
  readonly curve = new CurveLog();
  beginning: Beginning = { weights: 'seed' };
  private readonly client: PlaygroundClient;
  private readonly dealt: PointSet | null;
  private history: SetupHistory;
  private current: BenchSnapshot;
  private readonly listeners = new Listeners();
  private newest: Frame | null = null;
  /** Counts `begin`s: frames and answers of an older one are of no interest. */
  private builds = 0;
  private building = false;
  private held = false;
  private goOn = false;
  /** What another's training does, where it is only shown here. */
  private shownState: PlaygroundState | null = null;
  /** Weights that came while the network was being made. */
  private waiting: { weights: Float32Array; step: number | null } | null = null;

  constructor({
    client,
    setup,
    own,
    dealt = null,
    left = null,
    speed = START_SPEED,
    clock,
  }: BenchModelOptions) {
    this.client = client;
    this.dealt = dealt;
    this.frames = new FrameCell(() => client.drawn(), clock);
    this.history = new SetupHistory(setup, own);
    this.current = {
      setup,
      own,
      begun: null,
      features: setup.features,
      state: { name: 'ready' },
      failure: null,
      findings: NO_FINDINGS,
      speed,
      canUndo: false,
      canRedo: false,
      setByHand: null,
      enlarged: null,
    };
    client.subscribe((event) => {
      if (event.type === 'frame') this.take(event.frame);
      else if (event.type === 'state') this.enterState(event.state);
      else if (event.type === 'findings') this.publish({ findings: event.findings });
      else if (event.type === 'error') this.publish({ failure: event.code });
    });
    this.ask(client.setSpeed(speed));
    void this.build(left);
  }

  readonly subscribe = this.listeners.add;

  snapshot = (): BenchSnapshot => this.current;

  /**
   * Changes the setup; what it needs happens by itself, and a training that ran goes on.
   * @param key names what is changed, so that the drag of a slider is one step back
   */
  change(patch: Partial<PlaygroundSetup>, key: string | null = null): void {
    const { setup, own } = this.history.present;
    const more = own?.more.length ?? 0;
    const turns = patch.points === 'own' && setup.points !== 'own' && patch.features === undefined;
    const next = withPossibleFeatures(
      { ...setup, ...(turns && { features: featuresForOwn(setup.features, more) }), ...patch },
      more,
    );
    if (changeKind(setup, next) === 'none') return;
    this.enter({ setup: next, own, weights: null, byHand: false }, key);
  }

  /** Takes the person's own points, and trains with them. */
  takeOwn(own: OwnPoints): void {
    const { setup } = this.history.present;
    const features = featuresForOwn(setup.features, own.more.length);
    this.enter({ setup: { ...setup, points: 'own', features }, own, weights: null, byHand: false }, null);
  }

  /** Takes weights over that somebody has put here, if they fit the network; one step back. */
  takeWeights(weights: Float32Array): void {
    const { setup, own } = this.history.present;
    this.record({ setup, own, weights: null, byHand: true }, null);
    this.stand({ weights, step: null });
  }

  /** Shows where another page's training stands: nothing is calculated here but what it looks like. */
  async show(setup: PlaygroundSetup, { own, left, curve, state }: ShownStanding): Promise<void> {
    const shownState: PlaygroundState = { name: state === 'reached' ? 'paused' : state };
    this.shownState = shownState;
    const before = this.history.present;
    const isAnother = own !== before.own || changeKind(before.setup, setup) === 'rebuild';
    this.history = new SetupHistory(setup, own);
    this.publish({ state: shownState });
    if (isAnother) await this.build(left);
    else if (left) this.stand(left);
    this.curve.clear();
    for (const point of curve) this.curve.push(point);
  }

  undo(): void {
    this.travel('back');
  }

  redo(): void {
    this.travel('forth');
  }

  train(): void {
    if (this.held) return;
    this.ask(this.client.train());
  }

  pause(): void {
    this.goOn = false;
    this.ask(this.client.pause());
  }

  step(): void {
    if (this.held) return;
    // A failed step says so by itself; its standing comes with the frame.
    this.ask(this.client.step(1));
  }

  setSpeed(speed: Speed): void {
    this.publish({ speed });
    this.ask(this.client.setSpeed(speed));
  }

  /** Back to step 0 of the same seed. */
  rewind(): void {
    this.curve.clear();
    this.beginning = { weights: 'seed' };
    this.publish({ findings: NO_FINDINGS });
    this.ask(this.client.rewind());
  }

  /** Sets one weight by hand; a drag is one step back. */
  setWeight(index: number, value: number): void {
    const { setup, own } = this.history.present;
    this.record({ setup, own, weights: null, byHand: true }, `weight ${index}`);
    this.beginning = { weights: 'other' };
    this.publish({ setByHand: value });
    this.ask(this.client.setWeight(index, value));
  }

  /** Frames carry this hidden unit's picture large. */
  enlarge(unit: number | null): void {
    this.publish({ enlarged: unit });
    // Overtaken by a new network: then the next hover asks again.
    this.client.enlarge(unit).catch(() => {});
  }

  /** What the doctor finds in the training as it stands. */
  examine = (): Promise<readonly Finding[]> => this.client.examine();

  /** The weights as they stand, for handing in; null where there are none. */
  async weights(): Promise<Float32Array | null> {
    try {
      return (await this.client.weights()).weights;
    } catch {
      return null;
    }
  }

  /** Where the training stands by the newest frame, at once: for keeping it while the page goes. */
  get standsAt(): LeftTraining | null {
    const { newest, goOn } = this;
    return newest && { weights: newest.weights, step: newest.standing.step, goesOn: goOn };
  }

  /** The newest frame of the network that the setup asks for; null while that network is being made. */
  presentFrame(): ShownFrame | null {
    const shown = this.building ? null : this.frames.latest;
    return shown?.begun === this.current.begun ? shown : null;
  }

  get newestWeights(): Float32Array | null {
    return this.newest?.weights ?? null;
  }

  /** The class is being held: what trained waits, and goes on afterwards. */
  hold(held: boolean): void {
    if (held === this.held) return;
    this.held = held;
    // Another page's training is held there.
    if (this.shownState !== null) return;
    if (held && this.current.state.name === 'training') this.standStill();
    else if (!held && this.goOn && !this.building) {
      this.goOn = false;
      this.train();
    }
  }

  dispose(): void {
    this.listeners.clear();
    this.client.dispose();
  }

  /** What trained waits for the class to go on. */
  private standStill(): void {
    this.goOn = true;
    this.ask(this.client.pause());
  }

  private enterState(state: PlaygroundState): void {
    this.publish({ state: this.shownState ?? state });
    // Train was pressed before the class was held, and heard of after it.
    if (this.held && this.current.state.name === 'training' && this.shownState === null) this.standStill();
  }

  private publish(change: Partial<BenchSnapshot>): void {
    const { present, canUndo, canRedo } = this.history;
    this.current = {
      ...this.current,
      setup: present.setup,
      own: present.own,
      canUndo,
      canRedo,
      ...change,
    };
    this.listeners.tell();
  }

  /** Writes a new present state into the history, the one before with its weights. */
  private record(next: SetupEntry, key: string | null): void {
    this.history.record(next, key, this.newestWeights);
    this.publish({});
  }

  private enter(next: SetupEntry, key: string | null): void {
    const before = this.history.present;
    this.record(next, key);
    this.apply(before, next, null);
  }

  /** To a state of before, with the weights that it was left with where the network is another. */
  private travel(where: 'back' | 'forth'): void {
    const journey = this.history.travel(where, this.newestWeights);
    if (journey === null) return;
    const { from, to, byHand } = journey;
    this.publish({});
    this.apply(from, to, to.weights);
    if (byHand && to.weights && changeKind(from.setup, to.setup) !== 'rebuild') {
      this.beginning = { weights: 'other' };
      this.ask(this.client.setWeights(to.weights.slice()));
    }
  }

  private apply(from: SetupEntry, to: SetupEntry, weights: Float32Array | null): void {
    const kind = changeKind(from.setup, to.setup);
    const left = weights && { weights, step: null };
    if (kind === 'rebuild' || (to.setup.points === 'own' && from.own !== to.own)) void this.build(left);
    else if (kind === 'adjust' && !this.building) this.ask(this.client.adjust(adjustableOf(to.setup)));
    else if (kind === 'adjust') void this.build(left);
  }

  /** @param left weights to begin with; with their step where they are of an earlier page */
  private async build(left: (Omit<LeftTraining, 'step'> & { step: number | null }) | null): Promise<void> {
    const build = ++this.builds;
    const { setup, own } = this.history.present;
    const wasTraining =
      this.shownState === null &&
      (this.current.state.name === 'training' || this.goOn || left?.goesOn === true);
    this.building = true;
    this.waiting = null;
    this.goOn = wasTraining;
    this.newest = null;
    try {
      const begun = await this.client.begin(
        this.dealt ? { ...setup, points: 'own' } : setup,
        this.dealt ?? own?.points ?? null,
      );
      if (build !== this.builds) return;
      this.building = false;
      this.curve.clear();
      this.beginning = { weights: 'seed' };
      this.publish({ begun, features: setup.features, failure: null, findings: NO_FINDINGS });
      const waiting = this.newest as Frame | null;
      if (waiting) this.take(waiting);
      // The state that was left is come back to with its weights, if they still fit.
      const stands = this.waiting ?? left;
      this.waiting = null;
      if (stands) this.stand(stands);
      if (this.goOn && !this.held) {
        this.goOn = false;
        this.train();
      }
    } catch (error) {
      if (build !== this.builds) return;
      this.building = false;
      this.goOn = false;
      this.fail(error);
    }
  }

  private stand(left: { weights: Float32Array; step: number | null }): void {
    if (this.building) {
      this.waiting = left;
      return;
    }
    if (left.weights.length !== this.current.begun?.weightCount || !left.weights.every(Number.isFinite))
      return;
    const weights = left.weights.slice();
    this.beginning = { weights: 'other' };
    this.ask(left.step === null ? this.client.setWeights(weights) : this.client.resume(weights, left.step));
  }

  /** A frame of the present network; one that comes before its `begin` was answered waits. */
  private take(frame: Frame): void {
    this.newest = frame;
    const { begun } = this.current;
    if (this.building || !begun) return;
    const { step, trainLoss, testLoss } = frame.standing;
    this.curve.push({ step, train: trainLoss, test: testLoss });
    this.frames.offer(frame, begun);
  }

  private ask(request: Promise<unknown>): void {
    request.catch((error) => this.fail(error));
  }

  private fail(error: unknown): void {
    const code = error instanceof PlaygroundError ? error.code : 'worker-failed';
    // Asked before there was a network, or overtaken by a newer one: nothing to tell.
    if (code !== 'not-begun') this.publish({ failure: code });
  }
}
