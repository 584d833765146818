import type { ClassState } from '@/classroom/state';
import type { Batch } from '@/protocol/run';
import type { Store } from '@/server/store/store';

/** How long the liar waits before it really stores what it has acknowledged. */
const LIE_MS = 60;

/**
 * A store that says "stored" at once and commits a little later: what a server without durable acknowledgements does. It is honest
 * about who joins alone, since nobody could do anything in a class that has forgotten them.
 */
export function acknowledgingEarly(store: Store): Store {
  const later = new Later(LIE_MS);
  const lies: Partial<Store> = {
    appendBatch: async (runId, epoch, batch: Batch, now) => {
      void later.run(() => store.appendBatch(runId, epoch, batch, now));
      return { kind: 'stored', highWater: batch.sequence };
    },
    saveClass: async (before: ClassState, after: ClassState) => {
      const saved = later.run(() => store.saveClass(before, after));
      return before.students === after.students ? 'saved' : saved;
    },
    addDrawings: async (classId, drawings) => {
      void later.run(() => store.addDrawings(classId, drawings));
    },
    removeDrawings: async (classId, ids) => {
      void later.run(() => store.removeDrawings(classId, ids));
    },
  };
  return new Proxy(store, {
    get(target, name) {
      const value = (lies[name as keyof Store] ?? Reflect.get(target, name)) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Does what it is given in its order, a while later. */
class Later {
  private waiting: (() => Promise<void>)[] = [];

  constructor(private readonly milliseconds: number) {}

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = new Promise<Result>((resolve, reject) => {
      // What throws at once must not keep the others from being done.
      this.waiting.push(() => Promise.resolve().then(work).then(resolve, reject));
    });
    // Nobody may be waiting for it.
    done.catch(() => undefined);
    if (this.waiting.length === 1) setTimeout(() => void this.runAll(), this.milliseconds);
    return done;
  }

  private async runAll(): Promise<void> {
    // In their order all the same: the store's thread takes them one after another.
    const all = this.waiting.splice(0);
    await Promise.all(all.map((work) => work()));
  }
}
