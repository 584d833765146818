import { Pump } from '@/base/pump';
import type { PoolFrame } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import type { Role, Viewer } from './viewer';

/** Milliseconds between two frames: a wall that fills up looks alive at four a second, and 300 students cost little. */
const INTERVAL_MS = 250;

/** What a watcher has not been told yet: bounded, however far it lags. */
interface Behind {
  changed: boolean;
  own: boolean;
  added: Set<string>;
  removed: Set<string>;
  stale: boolean;
}

/** Where frames take their facts from. */
export interface PoolFrameSource {
  frameFor(
    role: Role,
    news: { own: boolean; added: readonly string[]; removed: readonly string[] },
  ): Omit<PoolFrame, 'stale'>;
}

/**
 * Tells everybody who has opened a class's pool what has changed, a few times a second. A watcher whose connection is busy is
 * passed over; one that has missed too much is told to read the whole pool again, instead of a backlog.
 */
export class PoolWatch {
  private readonly watchers = new Map<Viewer, Behind>();
  private readonly pump = new Pump(
    () => INTERVAL_MS,
    () => this.tick(),
  );

  constructor(private readonly source: PoolFrameSource) {}

  /** From now on this viewer hears of changes; what is there already it has been told. */
  add(viewer: Viewer): void {
    this.watchers.set(viewer, nothing());
  }

  remove(viewer: Viewer): void {
    this.watchers.delete(viewer);
  }

  /** Something changed; `studentIds`: whose own drawings. */
  changed(news: {
    added?: readonly string[];
    removed?: readonly string[];
    studentIds?: ReadonlySet<string>;
  }): void {
    for (const [viewer, behind] of this.watchers) {
      behind.changed = true;
      const { role } = viewer;
      if (role.kind === 'student') {
        behind.own ||= news.studentIds?.has(role.studentId) ?? false;
        continue;
      }
      for (const id of news.added ?? []) behind.added.add(id);
      for (const id of news.removed ?? []) {
        if (!behind.added.delete(id)) behind.removed.add(id);
      }
      if (behind.added.size + behind.removed.size > POOL.thumbsPerFrame) {
        behind.stale = true;
        behind.added.clear();
        behind.removed.clear();
      }
    }
    this.schedule();
  }

  /** Everything is other than it was. */
  replaced(): void {
    for (const behind of this.watchers.values()) {
      behind.changed = true;
      behind.own = true;
      behind.stale = true;
      behind.added.clear();
      behind.removed.clear();
    }
    this.schedule();
  }

  close(): void {
    this.pump.close();
    this.watchers.clear();
  }

  private schedule(): void {
    if (this.watchers.size > 0) this.pump.ask();
  }

  private tick(): void {
    let late = false;
    for (const [viewer, behind] of this.watchers) {
      if (!behind.changed) continue;
      if (!viewer.isWritable()) {
        late = true;
        continue;
      }
      const { own, added, removed, stale } = behind;
      this.watchers.set(viewer, nothing());
      viewer.sendPool({
        ...this.source.frameFor(viewer.role, { own, added: [...added], removed: [...removed] }),
        stale,
      });
    }
    if (late) this.schedule();
  }
}

function nothing(): Behind {
  return { changed: false, own: false, added: new Set(), removed: new Set(), stale: false };
}
