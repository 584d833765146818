import type { Answers } from '@/base/line/responder';
import type { PoolRequests, PoolTrainingErrorCode, PoolTrainingEvent, PoolTrainingState } from './messages';
import { PoolTraining } from './pool-training';

/** What the session needs of the place where it runs. */
export interface PoolSessionHost {
  tell(event: PoolTrainingEvent): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back soon, after waiting messages have been heard. */
  soon(callback: () => void): void;
}

/** Milliseconds of training between two looks at the messages: a drawing under the hand is answered between. */
const SLICE_MS = 12;
/** Least milliseconds between two standings, and how many times its own cost must pass: measuring is to cost a tenth. */
const STANDING_MS = 120;
const COST_SHARE = 8;

/** The inside of the worker: answers requests, trains in slices, tells how the network stands. */
export class PoolSession {
  private subject: { run: number; training: PoolTraining } | null = null;
  private state: PoolTrainingState = 'ready';
  private slicing = false;
  private nextStanding = 0;

  constructor(private readonly host: PoolSessionHost) {}

  /** What is answered to each request. */
  readonly answers: Answers<PoolRequests> = {
    begin: ({ run, task }) => {
      const training = new PoolTraining(task);
      this.subject = { run, training };
      this.enter(this.ended() ?? (training.steps > 0 ? 'paused' : 'ready'));
      return training.standing();
    },
    train: () => {
      this.current();
      if (this.state === 'ready' || this.state === 'paused') {
        this.enter('training');
        this.slice();
      }
      return null;
    },
    pause: () => {
      this.current();
      if (this.state === 'training') {
        this.enter('paused');
        this.tell();
      }
      return null;
    },
    step: () => {
      const { training } = this.current();
      if (this.state !== 'finished' && this.state !== 'diverged') {
        training.step();
        this.enter(this.ended() ?? 'paused');
      }
      const standing = training.standing();
      this.tell(standing);
      return standing;
    },
    predict: ({ pixels }) => this.current().training.predict(pixels),
    weights: () => this.current().training.weights(),
  };

  private current(): { run: number; training: PoolTraining } {
    if (!this.subject) throw new NotBegun();
    return this.subject;
  }

  private enter(state: PoolTrainingState): void {
    this.state = state;
    this.host.tell({ type: 'state', run: this.current().run, state });
  }

  private slice(): void {
    if (this.slicing) return;
    this.slicing = true;
    const { training } = this.current();
    const until = this.host.now() + SLICE_MS;
    let ended: 'finished' | 'diverged' | null = null;
    while (!ended && this.host.now() < until) {
      training.step();
      if (training.finished) ended = this.ended();
    }
    // Looking at 25,000 weights after each step would cost as much as the step.
    ended ??= this.ended();
    if (ended || this.host.now() >= this.nextStanding) this.tell();
    if (ended) this.enter(ended);
    this.host.soon(() => {
      this.slicing = false;
      if (this.state === 'training') this.slice();
    });
  }

  private ended(): 'finished' | 'diverged' | null {
    const { training } = this.current();
    if (!training.finite) return 'diverged';
    return training.finished ? 'finished' : null;
  }

  private tell(known?: ReturnType<PoolTraining['standing']>): void {
    const begun = this.host.now();
    const { run, training } = this.current();
    const standing = known ?? training.standing();
    this.host.tell({ type: 'standing', run, standing });
    const cost = this.host.now() - begun;
    this.nextStanding = begun + Math.max(STANDING_MS, COST_SHARE * cost);
  }
}

/** Asked for something that needs `begin` first. */
class NotBegun extends Error {}

/** What a thrown error is on the way. */
export function poolRefusalOf(error: unknown): PoolTrainingErrorCode {
  if (error instanceof RangeError) return 'no-pictures';
  return error instanceof NotBegun ? 'not-begun' : 'worker-failed';
}
