import type {
  FromPoolWorker,
  PoolRequestName,
  PoolRequests,
  PoolTrainingState,
  ToPoolWorker,
} from './messages';
import { PoolTraining } from './pool-training';

/** What the session needs of the place where it runs. */
export interface PoolSessionHost {
  post(message: FromPoolWorker): void;
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

/** The inside of the worker: hears requests, trains in slices, tells how the network stands. */
export class PoolSession {
  private subject: { run: number; training: PoolTraining } | null = null;
  private state: PoolTrainingState = 'ready';
  private slicing = false;
  private nextStanding = 0;

  constructor(private readonly host: PoolSessionHost) {}

  hear(message: ToPoolWorker): void {
    try {
      this.host.post({ type: 'answer', id: message.id, value: this.answer(message) });
    } catch (error) {
      const code =
        error instanceof RangeError
          ? 'no-pictures'
          : error instanceof NotBegun
            ? 'not-begun'
            : 'worker-failed';
      this.host.post({ type: 'refusal', id: message.id, code });
    }
  }

  private answer(message: ToPoolWorker): PoolRequests[PoolRequestName]['answer'] {
    switch (message.name) {
      case 'begin': {
        const { run, task } = message.input;
        const training = new PoolTraining(task);
        this.subject = { run, training };
        this.enter(this.ended() ?? (training.steps > 0 ? 'paused' : 'ready'));
        return training.standing();
      }
      case 'train':
        this.current();
        if (this.state === 'ready' || this.state === 'paused') {
          this.enter('training');
          this.slice();
        }
        return null;
      case 'pause':
        this.current();
        if (this.state === 'training') {
          this.enter('paused');
          this.tell();
        }
        return null;
      case 'step': {
        const { training } = this.current();
        if (this.state !== 'finished' && this.state !== 'diverged') {
          training.step();
          this.enter(this.ended() ?? 'paused');
        }
        const standing = training.standing();
        this.tell(standing);
        return standing;
      }
      case 'predict':
        return this.current().training.predict(message.input.pixels);
      case 'weights':
        return this.current().training.weights();
    }
  }

  private current(): { run: number; training: PoolTraining } {
    if (!this.subject) throw new NotBegun();
    return this.subject;
  }

  private enter(state: PoolTrainingState): void {
    this.state = state;
    this.host.post({ type: 'state', run: this.current().run, state });
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
    this.host.post({ type: 'standing', run, standing });
    const cost = this.host.now() - begun;
    this.nextStanding = begun + Math.max(STANDING_MS, COST_SHARE * cost);
  }
}

/** Asked for something that needs `begin` first. */
class NotBegun extends Error {}
