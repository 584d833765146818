import { type IDBPDatabase, unwrap } from 'idb';
import { OutboxDisk } from '@/client/live/outbox-disk';
import type { World } from './world';

/** One page's way to its browser's disk: the real outbox on disk, over an IndexedDB in memory, which takes virtual time. */
export class PageDisk {
  private isGone = false;
  private readonly underWay = new Set<IDBTransaction>();

  constructor(
    private readonly world: World,
    private readonly name: string,
  ) {}

  readonly open = async (): Promise<OutboxDisk> => {
    const disk = await OutboxDisk.open(this.name);
    const database = unwrap(Reflect.get(disk, 'database') as IDBPDatabase);
    const transaction = database.transaction.bind(database);
    database.transaction = (...given: Parameters<IDBDatabase['transaction']>) => {
      const begun = transaction(...given);
      this.underWay.add(begun);
      for (const end of ['complete', 'abort'])
        begun.addEventListener(end, () => void this.underWay.delete(begun));
      return begun;
    };
    return new Proxy(disk, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function' || name === 'close') return value;
        return (...given: unknown[]) => this.inTime(() => value.apply(target, given) as Promise<unknown>);
      },
    });
  };

  /** The page is gone: what it was just writing is written, or is not. */
  pageGone(): void {
    this.isGone = true;
    if (this.world.random.chance(0.5)) return;
    for (const transaction of this.underWay) transaction.abort();
  }

  private async inTime<Result>(work: () => Promise<Result>): Promise<Result> {
    const { random } = this.world;
    await this.world.pause(random.chance(0.03) ? random.between(50, 800) : random.between(0.2, 8));
    // A page that is gone asks for nothing.
    if (this.isGone) return new Promise(() => undefined);
    return work();
  }
}
