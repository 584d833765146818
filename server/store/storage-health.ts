import type { StorageState } from '@/protocol/storage';
import { logFor } from '../log';

const log = logFor('store');

/** How the storage is now, as far as is known; told once a change, however many requests it refuses meanwhile. */
export class StorageHealth {
  #state: StorageState = 'ok';
  readonly #listeners = new Set<(state: StorageState) => void>();

  get state(): StorageState {
    return this.#state;
  }

  /** Calls back after each change. Returns the way to stop. */
  onChange(listener: (state: StorageState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @param cause for the log */
  report(state: StorageState, cause?: unknown): void {
    if (state === this.#state) return;
    const before = this.#state;
    this.#state = state;
    if (state === 'ok') log.info({ before }, 'the storage takes writes again');
    else log.error({ storage: state, before, err: cause }, 'the storage takes no writes: everybody is told');
    for (const listener of [...this.#listeners]) listener(state);
  }
}
