import { Listeners } from '@/base/listeners';
import type { StorageState, StorageTrouble } from '@/protocol/storage';
import { logFor } from '@/server/log';
import { LogEmptyings } from './log-emptyings';

const log = logFor('store');

/** How the storage is now, as far as is known; told once a change, however many requests it refuses meanwhile. */
export class StorageHealth {
  private found: StorageState = 'ok';
  private fenced: StorageTrouble | null = null;
  private readonly listeners = new Listeners<[state: StorageState]>();

  /** What all threads on this database have emptied of its log. */
  readonly logEmptyings = new LogEmptyings();
  private readonly reopeners = new Set<() => void>();

  get state(): StorageState {
    return this.fenced ?? this.found;
  }

  /** Calls back after each change. Returns the way to stop. */
  readonly onChange = this.listeners.add;

  /** Calls back when nothing is lost and a new start of the server ends the trouble. */
  onMustReopen(listener: () => void): void {
    this.reopeners.add(listener);
  }

  mustReopen(): void {
    for (const listener of this.reopeners) listener();
  }

  /** What was found at the storage itself. @param cause for the log */
  report(found: StorageState, cause?: unknown): void {
    this.change(() => {
      this.found = found;
    }, cause);
  }

  /** Keeps all writes away, whatever is found at the storage. Null: no longer. */
  fence(trouble: StorageTrouble | null): void {
    this.change(() => {
      this.fenced = trouble;
    });
  }

  private change(change: () => void, cause?: unknown): void {
    const before = this.state;
    change();
    const { state } = this;
    if (state === before) return;
    if (state === 'ok') log.info({ before }, 'the storage takes writes again');
    else log.error({ storage: state, before, err: cause }, 'the storage takes no writes: everybody is told');
    this.listeners.tell(state);
  }
}
