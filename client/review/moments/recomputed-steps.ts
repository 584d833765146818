import type { Trainer } from '@/client/training/trainer';
import type { BackendFacts } from '@/engine/backend/backend-facts';
import { SLOTS } from '@/engine/network/optimizer-slots';
import type { Checkpoint } from '@/engine/training/checkpoint';
import type { Experiment } from '@/protocol/experiment';
import { countWeights } from '@/protocol/weight-shapes';
import type { RepeatableSteps } from './repeatable';

/** The trainer's part in it. */
type RepeatingTrainer = Pick<Trainer, 'begin' | 'reach' | 'pause' | 'subscribe'>;

/** How the computing of a step goes. */
export type Recomputing =
  | { is: 'still' }
  /** `secondsLeft` null: not known yet. */
  | { is: 'going'; from: number; at: number; to: number; secondsLeft: number | null }
  /** It came to other weights than were kept at a step: the run was not what its settings say. */
  | { is: 'differs'; at: number }
  /** This browser cannot run the kernels. */
  | { is: 'not-here' };

/** Where the network stands, and on what. */
export interface Stood {
  step: number;
  backend: BackendFacts;
}

/** Bytes of states that are kept on the way, and how many at most: going back costs the way from the one before. */
const MOST_BYTES = 48 * 2 ** 20;
const MOST_WAYPOINTS = 16;
/** Milliseconds until how long it takes can be said. */
const KNOWN_AFTER_MS = 400;

interface Means {
  experiment: Experiment;
  steps: RepeatableSteps;
  /** Steps of the moments that are kept, rising. */
  kept: readonly number[];
  /** The weights that were kept at one of them. */
  weightsAt: (step: number) => Promise<Float32Array>;
  trainer: RepeatingTrainer;
  tell: (how: Recomputing) => void;
  now?: () => number;
}

/**
 * Makes the network of a run stand in the worker at any step, as it was there to the bit: computed again from the nearest step before it that is known with
 * all that its optimiser remembered. Where it passes a kept moment both are compared. What was computed is kept on the way.
 */
export class RecomputedSteps {
  private readonly waypoints = new Map<number, Checkpoint>();
  /** What stands in the worker; null: something else. */
  private standing: Checkpoint | null = null;
  private backend: BackendFacts | null = null;
  private halted = false;
  /** Kept moments that were found to have the same bits. */
  readonly confirmed = new Set<number>();

  constructor(private readonly means: Means) {}

  /** Something else is built in the worker. */
  left(): void {
    this.standing = null;
  }

  /** Ends the way to a step, at whatever step it is by then. */
  halt(): void {
    this.halted = true;
    void this.means.trainer.pause().catch(() => undefined);
  }

  /**
   * Goes to a step.
   * @param wanted false: it is wanted no more, and stops at the next stop
   * @returns where it stands, less than the step where it was halted; null: it does not stand, and why was told
   * @throws EngineError where the worker, the code or the pictures fail
   */
  async to(step: number, wanted: () => boolean): Promise<Stood | null> {
    const { tell } = this.means;
    this.halted = false;
    const from = await this.begin(step);
    if (from === null) {
      tell({ is: 'not-here' });
      return null;
    }
    let at = from;
    const watch = this.watch(from.step, step);
    try {
      for (const stop of this.stopsBetween(from.step, step)) {
        if (!wanted() || this.halted) break;
        at = await this.means.trainer.reach(stop);
        this.standing = at;
        if (at.step < stop) break;
        this.keep(at);
        if (!(await this.agrees(at))) {
          this.standing = null;
          tell({ is: 'differs', at: stop });
          return null;
        }
      }
    } catch (error) {
      this.standing = null;
      tell({ is: 'still' });
      throw error;
    } finally {
      watch.end();
    }
    tell({ is: 'still' });
    return { step: at.step, backend: this.backend! };
  }

  /** Makes the nearest known step before this one stand. Null: not on the kernels. */
  private async begin(step: number): Promise<Checkpoint | null> {
    const { experiment, steps, trainer } = this.means;
    const known = [...this.waypoints.keys(), ...steps.anchors].filter((each) => each <= step);
    const nearest = Math.max(...known);
    if (this.standing && this.standing.step <= step && this.standing.step >= nearest) return this.standing;
    const checkpoint = this.waypoints.get(nearest) ?? (await this.anchor(nearest));
    this.standing = null;
    const begun = await trainer.begin(experiment, {
      backend: 'kernels',
      checkpoint,
      emitAfterStep: Number.MAX_SAFE_INTEGER,
    });
    if (begun.backend.backend !== 'kernels') return null;
    this.backend = begun.backend;
    // Of the start the worker knows more than is needed here.
    this.standing = checkpoint ?? { step: 0, seconds: 0, weights: NONE, slots: NONE };
    return this.standing;
  }

  /** Null: the start, which the seed gives. */
  private async anchor(step: number): Promise<Checkpoint | null> {
    if (step === 0) return null;
    return { step, seconds: 0, weights: await this.means.weightsAt(step), slots: NONE };
  }

  /** Where to stop on the way: at kept moments, at what is worth keeping, and at the end. */
  private stopsBetween(from: number, to: number): number[] {
    const { kept, steps } = this.means;
    const apart = Math.ceil((steps.to - steps.from) / this.room);
    const spaced = Array.from({ length: this.room }, (_, i) => steps.from + (i + 1) * apart);
    const stops = [...kept, ...spaced].filter((each) => each > from && each < to);
    return [...new Set([...stops, ...(to > from ? [to] : [])])].sort((a, b) => a - b);
  }

  private get room(): number {
    const { experiment } = this.means;
    const size = 4 * countWeights(experiment) * (1 + SLOTS[experiment.optimizer]);
    return Math.max(2, Math.min(MOST_WAYPOINTS, Math.floor(MOST_BYTES / size)));
  }

  private keep(checkpoint: Checkpoint): void {
    this.waypoints.delete(checkpoint.step);
    this.waypoints.set(checkpoint.step, checkpoint);
    for (const oldest of this.waypoints.keys())
      if (this.waypoints.size > this.room) this.waypoints.delete(oldest);
  }

  /** Whether a step has the weights that were kept there; those that do not come say nothing. */
  private async agrees({ step, weights }: Checkpoint): Promise<boolean> {
    const { kept, weightsAt } = this.means;
    if (!kept.includes(step) || this.confirmed.has(step)) return true;
    const before = await weightsAt(step).catch(() => null);
    if (before === null) return true;
    if (!sameBits(weights, before)) return false;
    this.confirmed.add(step);
    return true;
  }

  /** Tells how far it is and how long it will take. */
  private watch(from: number, to: number): { end: () => void } {
    const { trainer, tell, now = () => performance.now() } = this.means;
    const begun = now();
    const going = (at: number) => {
      const passed = now() - begun;
      const known = passed >= KNOWN_AFTER_MS && at > from;
      const secondsLeft = known ? ((to - at) * passed) / (at - from) / 1_000 : null;
      tell({ is: 'going', from, at, to, secondsLeft });
    };
    going(from);
    return { end: trainer.subscribe((event) => event.type === 'reaching' && going(event.step)) };
  }
}

const NONE = new Float32Array(0);

/** Bits, not values: −0 is not 0. */
function sameBits(a: Float32Array, b: Float32Array): boolean {
  const [x, y] = [a, b].map(({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length));
  return x!.length === y!.length && x!.every((bits, i) => bits === y![i]);
}
