import { GroupCommit } from '@/base/group-commit';
import type { StorageState } from '@/protocol/storage';
import { type AppendRequest, appendRequest } from './append-request';
import type { RemoteStore } from './remote-store';
import type { StorageHealth } from './storage-health';
import { StorageError, troubleOfError } from './storage-trouble';
import type { AppendOutcome, Store } from './store';
import { isStoreMethod, isWrite } from './store-methods';

/** How often the storage is asked how it is. */
const LOOK_MS = 500;
/** A thread that answers nothing for so long waits for a lock or a disk. */
const PATIENCE_MS = 3_000;
/** Milliseconds after which a call is refused: before the client gives it up. It may be done all the same. */
const DEADLINE_MS = 8_000;

/**
 * Batches that come within so many milliseconds share a commit, a message to the thread and one back: what these cost grows with the
 * commits, not with the students. A batch is acknowledged that much later, which nobody waits for.
 */
const COMMIT_WINDOW_MS = 15;
/** Batches in one message at most: a slow disk has them done before they are late. */
const LARGEST_GROUP = 1_000;
/** Batches that may wait to be sent: more mean that the thread does not get on. */
const MOST_WAITING = 20_000;

/**
 * A store that knows how its storage is. While it is not `ok` every write is refused at once, and only the looks that are
 * taken twice a second write, to find out when it is over; reads are always tried. No call waits for ever.
 * @param looks whether this one takes the looks; of several on one database one does
 */
export function watchedStore(
  store: RemoteStore,
  health: StorageHealth,
  { looks }: { looks: boolean },
): RemoteStore & { readonly health: StorageHealth } {
  const watch = looks ? new Watch(store, health) : null;
  const call = async (work: () => Promise<unknown>, write: boolean) => {
    if (write && health.state !== 'ok') throw new StorageError(health.state);
    try {
      return await within(DEADLINE_MS, work());
    } catch (error) {
      const trouble = troubleOfError(error);
      if (trouble === null) throw error;
      health.report(trouble, error);
      throw error instanceof StorageError ? error : new StorageError(trouble, { cause: error });
    }
  };
  const appends = new GroupCommit<AppendRequest, AppendOutcome>(
    (group) => call(() => store.appendBatches(group), true) as Promise<AppendOutcome[]>,
    { largest: LARGEST_GROUP, gather: () => new Promise((resolve) => setTimeout(resolve, COMMIT_WINDOW_MS)) },
  );
  // Without a promise of its own: of a large class there are thousands a second.
  const appendBatch: Store['appendBatch'] = (runId, epoch, batch, now) => {
    if (appends.size >= MOST_WAITING) return Promise.reject(new StorageError('unreachable'));
    return appends.add(appendRequest(runId, epoch, batch, now));
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'health') return health;
      if (name === 'appendBatch') return appendBatch;
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...parameters: unknown[]) => Promise<unknown>;
      if (name === 'close') {
        return async () => {
          watch?.stop();
          await appends.drain();
          await method();
        };
      }
      const asked = name === 'saveClass' ? 'applyChange' : name;
      if (!isStoreMethod(asked)) return method;
      return (...parameters: unknown[]) => call(() => method(...parameters), isWrite(asked, parameters));
    },
  }) as RemoteStore & { readonly health: StorageHealth };
}

/** Looks at the storage again and again. */
class Watch {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly store: RemoteStore,
    private readonly health: StorageHealth,
  ) {
    this.wait();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private wait(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.look().finally(() => this.wait());
    }, LOOK_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const inTrouble = this.health.state !== 'ok';
    let answered = false;
    const slow = setTimeout(() => {
      // Where this thread itself was held up, the answer is here already and only waits for its turn.
      setTimeout(() => answered || this.report('unreachable'), LOOK_MS).unref();
    }, PATIENCE_MS);
    slow.unref();
    try {
      await (inTrouble ? this.store.probe() : this.store.ping());
      // An answer to a read, however late, does not say that writes are possible again.
      if (inTrouble) this.report('ok');
    } catch (error) {
      this.report(troubleOfError(error) ?? 'unreachable', error);
    } finally {
      answered = true;
      clearTimeout(slow);
    }
  }

  private report(state: StorageState, cause?: unknown): void {
    if (!this.stopped) this.health.report(state, cause);
  }
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StorageError('unreachable')), milliseconds);
    timer.unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
