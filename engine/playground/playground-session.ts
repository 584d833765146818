import type { Answers } from '@/base/line/responder';
import { countDenseWeights, MOST_WEIGHTS } from '@/engine/dense/shape';
import { Doctor } from '@/engine/doctor/doctor';
import { POINT_GENERATORS } from '@/engine/points/generators';
import type { Finding } from '@/protocol/finding';
import type { Frame, PlaygroundEvent, PlaygroundRequests, PlaygroundState, Speed } from './messages';
import { PlanePictures } from './pictures';
import { PlaygroundError } from './playground-error';
import { PlaygroundTraining, type StopReason } from './playground-training';
import { networkOf } from './setup';

/** What the session needs of the place where it runs. */
export interface SessionHost {
  tell(event: PlaygroundEvent, transfer?: Transferable[]): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back soon, after waiting messages have been heard. */
  soon(callback: () => void): void;
  /** Calls back after so many milliseconds; only for slow speeds. */
  later(callback: () => void, ms: number): void;
}

/** Least milliseconds between two frames. Not more than a screen's own 16.7, or every second one would be missed. */
const FRAME_MS = 15;
/** Milliseconds that a slice of training takes before messages are heard again. */
const SLICE_MS = 6;
/** Milliseconds of training until the doctor first comes, and between two visits. */
const FIRST_VISIT_MS = 1_500;
const VISIT_MS = 12_000;
/** A visit takes at most one part in so many of the time. */
const VISIT_SHARE = 60;
/** A page that has not drawn for so long is hidden: it gets a frame now and then all the same. */
const HIDDEN_FRAME_MS = 1000;

interface Subject {
  run: number;
  training: PlaygroundTraining;
  doctor: Doctor;
  surface: PlanePictures;
  units: PlanePictures;
  /** The hidden unit whose picture is wanted large, counted through all layers. */
  enlarged: number | null;
}

/** The inside of the worker: answers requests, trains in slices, sends frames as fast as the page draws them. */
export class PlaygroundSession {
  private subject: Subject | null = null;
  private state: PlaygroundState = { name: 'ready' };
  private speed: Speed = 'full';
  /** The page is still drawing the last frame. */
  private drawing = false;
  private lastFrame = Number.NEGATIVE_INFINITY;
  /** Something changed since the last frame. */
  private changed = false;
  /** Time of the last slice at a slow speed, and what it owed of a step. */
  private lastSlice = 0;
  private owed = 0;
  private slicing = false;
  /** From when on the doctor may come again. */
  private nextVisit = 0;
  private readonly host: SessionHost;

  constructor(host: SessionHost) {
    this.host = host;
  }

  /** What is answered to each request. */
  readonly answers: Answers<PlaygroundRequests> = {
    begin: (input) => this.begin(input),
    train: () => {
      const { training } = this.current();
      if (this.state.name === 'diverged') return null;
      if (this.state.name === 'reached') training.passOver(this.state.reason);
      this.lastSlice = this.host.now();
      this.owed = 0;
      this.nextVisit = this.host.now() + FIRST_VISIT_MS;
      this.enter({ name: 'training' });
      this.slice();
      return null;
    },
    pause: () => {
      this.current();
      if (this.state.name === 'training') this.enter({ name: 'paused' });
      this.show();
      return null;
    },
    step: ({ count }) => {
      const { training } = this.current();
      if (this.state.name === 'diverged') return training.standing();
      for (let i = 0; i < count; i++) training.step();
      const standing = training.standing();
      this.enter(training.hasDiverged(standing) ? { name: 'diverged' } : { name: 'paused' });
      this.show();
      return standing;
    },
    rewind: () => {
      const { training, doctor } = this.current();
      training.rewind();
      doctor.forget();
      this.enter({ name: 'ready' });
      this.show();
      return null;
    },
    setWeight: ({ index, value }) => {
      const { training } = this.current();
      const before = training.dense.weights[index];
      if (before === undefined || !Number.isFinite(value)) throw new PlaygroundError('bad-weight');
      training.setWeight(index, value);
      this.show();
      return before;
    },
    setWeights: ({ weights }) => {
      const { training } = this.current();
      mustFit(weights, training);
      training.dense.weights.set(weights);
      if (this.state.name === 'diverged') this.enter({ name: 'paused' });
      this.show();
      return null;
    },
    resume: (input) => this.resume(input),
    adjust: (change) => {
      this.current().training.adjust(change);
      return null;
    },
    speed: ({ speed }) => {
      this.speed = speed;
      return null;
    },
    enlarge: ({ unit }) => {
      const subject = this.current();
      const { spans } = subject.training.dense;
      const hidden = spans.slice(0, -1).reduce((sum, span) => sum + span.units, 0);
      if (unit !== null && !(Number.isInteger(unit) && unit >= 0 && unit < hidden)) {
        throw new PlaygroundError('bad-weight', `unit ${unit}`);
      }
      subject.enlarged = unit;
      this.show();
      return null;
    },
    drawn: () => {
      this.drawing = false;
      // While training, the next slice sends the next frame when it is due.
      if (this.changed && this.state.name !== 'training') this.sendFrame();
      return null;
    },
    examine: () => this.examine(),
    weights: () => {
      const { training } = this.current();
      return { step: training.steps, weights: Float32Array.from(training.dense.weights) };
    },
  };

  private resume({ weights, step }: PlaygroundRequests['resume']['input']): null {
    const { training } = this.current();
    mustFit(weights, training);
    if (!Number.isSafeInteger(step) || step < 0) throw new PlaygroundError('bad-weight', `step ${step}`);
    training.resume(weights, step);
    const reason = training.stopReason(training.standing());
    this.enter(
      reason === 'diverged'
        ? { name: 'diverged' }
        : reason
          ? { name: 'reached', reason }
          : { name: step > 0 ? 'paused' : 'ready' },
    );
    this.show();
    return null;
  }

  private begin({ run, setup, own, surfaceSize, unitSize }: PlaygroundRequests['begin']['input']) {
    if (setup.points === 'own' && !own) throw new PlaygroundError('own-points-missing');
    const { classes } = setup.points === 'own' ? own! : POINT_GENERATORS[setup.points];
    // Before any array is made.
    if (countDenseWeights(networkOf(setup, classes).shape) > MOST_WEIGHTS) {
      throw new PlaygroundError('too-many-weights');
    }
    const training = new PlaygroundTraining(setup, own);
    this.subject = {
      run,
      training,
      doctor: new Doctor(() => training.facts),
      surface: new PlanePictures(surfaceSize, setup.features),
      units: new PlanePictures(unitSize, setup.features),
      enlarged: null,
    };
    this.enter({ name: 'ready' });
    // A new network is shown at once, whatever the page is drawing.
    this.sendFrame();
    const { points, network, weightCount, stepsPerEpoch } = training;
    return { points, shape: network.shape, loss: network.loss, weightCount, stepsPerEpoch };
  }

  private current(): Subject {
    if (!this.subject) throw new PlaygroundError('not-begun');
    return this.subject;
  }

  private enter(state: PlaygroundState): void {
    this.state = state;
    const { run, training } = this.current();
    this.host.tell({ type: 'state', run, state, step: training.steps });
  }

  /** One slice of training, and then the next. */
  private slice(): void {
    if (this.slicing) return;
    this.slicing = true;
    const next = () => {
      this.slicing = false;
      if (this.state.name === 'training') this.slice();
    };
    try {
      const reason = this.speed === 'full' ? this.trainFor(SLICE_MS) : this.trainAtSpeed(this.speed);
      if (reason) this.end(reason);
      const since = this.host.now() - this.lastFrame;
      const due = since >= (this.drawing ? HIDDEN_FRAME_MS : FRAME_MS);
      if (reason || (due && this.changed)) this.sendFrame();
      if (this.state.name === 'training' && this.host.now() >= this.nextVisit) this.visit();
    } catch (error) {
      this.enter({ name: 'paused' });
      const detail = error instanceof Error ? error.message : String(error);
      this.host.tell({ type: 'error', run: this.current().run, code: 'worker-failed', detail });
    }
    if (this.speed === 'full') this.host.soon(next);
    else this.host.later(next, FRAME_MS);
  }

  private end(reason: StopReason): void {
    const { run, doctor } = this.current();
    if (reason === 'diverged') this.host.tell({ type: 'findings', run, findings: doctor.blewUp() });
    this.enter(reason === 'diverged' ? { name: 'diverged' } : { name: 'reached', reason });
  }

  /** The doctor comes unasked, as seldom as the visit's own cost wants it. */
  private visit(): void {
    const begun = this.host.now();
    const findings = this.examine();
    const now = this.host.now();
    this.nextVisit = now + Math.max(VISIT_MS, (now - begun) * VISIT_SHARE);
    this.host.tell({ type: 'findings', run: this.current().run, findings });
  }

  /** What the doctor says of the network as it stands. */
  private examine(): readonly Finding[] {
    const { training, doctor } = this.current();
    const standing = training.standing();
    if (training.hasDiverged(standing)) return doctor.blewUp();
    doctor.note(training.noteOf(standing));
    return doctor.examined(training.examine());
  }

  private trainFor(ms: number): StopReason | null {
    const { training } = this.current();
    const until = this.host.now() + ms;
    this.changed = true;
    for (;;) {
      // The clock costs more than a step of a small network.
      const reason = training.advance(10);
      if (reason || this.host.now() >= until) return reason;
    }
  }

  private trainAtSpeed(speed: number): StopReason | null {
    const now = this.host.now();
    this.owed += ((now - this.lastSlice) / 1000) * speed;
    this.lastSlice = now;
    const steps = Math.floor(this.owed);
    this.owed -= steps;
    const { training } = this.current();
    for (let i = 0; i < steps && this.host.now() < now + SLICE_MS; i++) {
      this.changed = true;
      const reason = training.advance(1);
      if (reason) return reason;
    }
    return null;
  }

  /** Shows a change that was asked for, when the page can take it. */
  private show(): void {
    this.changed = true;
    if (!this.drawing) this.sendFrame();
  }

  private sendFrame(): void {
    const { run, training, doctor, surface, units, enlarged } = this.current();
    const standing = training.standing();
    doctor.note(training.noteOf(standing));
    if (this.state.name === 'training' && training.hasDiverged(standing)) this.end('diverged');
    const frame: Frame = {
      standing,
      weights: Float32Array.from(training.dense.weights),
      surfaceSize: surface.size,
      surface: surface.surface(training.dense),
      unitSize: units.size,
      units: units.units(training.dense),
      enlarged:
        enlarged === null ? null : { unit: enlarged, picture: surface.unit(training.dense, enlarged) },
    };
    this.drawing = true;
    this.changed = false;
    this.lastFrame = this.host.now();
    this.host.tell({ type: 'frame', run, frame }, [
      frame.weights.buffer,
      frame.surface.buffer,
      frame.units.buffer,
      ...(frame.enlarged ? [frame.enlarged.picture.buffer] : []),
    ]);
  }
}

/** @throws PlaygroundError bad-weight where these are not the weights of this network */
function mustFit(weights: Float32Array, { weightCount }: PlaygroundTraining): void {
  if (weights.length !== weightCount || !weights.every(Number.isFinite)) {
    throw new PlaygroundError('bad-weight');
  }
}
