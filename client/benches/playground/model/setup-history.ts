import { beginHistory, type EditHistory, edit, redo, undo } from '@/base/edit-history';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import type { OwnPoints } from '@/engine/points/own-points';

/** One state of the bench that can be come back to. */
export interface SetupEntry {
  setup: PlaygroundSetup;
  own: OwnPoints | null;
  /** The weights as this state was left; null while it is the present one. */
  weights: Float32Array | null;
  /** This state came about by setting a weight by hand. */
  byHand: boolean;
}

/** A way from one state to another. */
interface Journey {
  from: SetupEntry;
  to: SetupEntry;
  /** Only the weights were set by hand between the two. */
  byHand: boolean;
}

/** Changes of one thing that follow each other within this time are one step back. */
const MERGE_MS = 1200;

/** What the bench was set up to, step by step, each state with the weights that it was left with. */
export class SetupHistory {
  private history: EditHistory<SetupEntry>;
  private editedAt = Number.NEGATIVE_INFINITY;

  constructor(setup: PlaygroundSetup, own: OwnPoints | null) {
    this.history = beginHistory<SetupEntry>({ setup, own, weights: null, byHand: false });
  }

  get present(): SetupEntry {
    return this.history.present;
  }

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.history.future.length > 0;
  }

  /**
   * Enters a new present state.
   * @param key names what is changed: changes of the same follow each other as one
   * @param weights with which the one before is left
   */
  record(next: SetupEntry, key: string | null, weights: Float32Array | null): void {
    const now = performance.now();
    const lastKey = now - this.editedAt < MERGE_MS ? this.history.lastKey : null;
    this.editedAt = now;
    const present = { ...this.history.present, weights };
    this.history = edit({ ...this.history, present, lastKey }, next, key);
  }

  /**
   * Goes one state back or forth; null: there is none.
   * @param weights with which the present one is left
   */
  travel(where: 'back' | 'forth', weights: Float32Array | null): Journey | null {
    const from = this.history.present;
    const to = where === 'back' ? undo(this.history) : redo(this.history);
    if (to === this.history) return null;
    const leaving = { ...from, weights };
    this.history =
      where === 'back'
        ? { ...to, future: [leaving, ...to.future.slice(1)] }
        : { ...to, past: [...to.past.slice(0, -1), leaving] };
    return { from, to: to.present, byHand: where === 'back' ? from.byHand : to.present.byHand };
  }
}
