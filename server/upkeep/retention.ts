import type { Logger } from 'pino';
import { lastMoment } from '@/classroom/last-moment';
import { isToAnnounce, isToDelete } from '@/classroom/retention';
import type { KeepingPolicy } from '@/protocol/retention';
import type { Groups } from '@/server/live/groups';
import type { LiveClass } from '@/server/live/live-class';
import type { LiveClasses } from '@/server/live/live-classes';
import { unlessElsewhere } from '@/server/store/elsewhere';
import type { Piece, StoredKept } from '@/server/store/retention-rows';
import type { Store } from '@/server/store/store';
import { pieceByPiece } from './piece-by-piece';

/** Milliseconds between two deletions, in which everybody else has the store. */
const REST_MS = 250;
/** An open class in which nothing has happened for so long was left open: it is ended, and its time begins. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;

interface RetentionParts {
  store: Store;
  classes: LiveClasses;
  groups: Groups;
  policy: KeepingPolicy;
  /** Milliseconds since 1970. */
  clock: () => number;
  log: Logger;
  /** Lets everybody else come first; left out: some milliseconds. */
  rest?: () => Promise<void>;
}

const rest = () => new Promise<void>((resolve) => setTimeout(resolve, REST_MS));

/** Deletes what has been kept for as long as it may be, one class after another, and announces what will be. Never a class that is open. */
export class Retention {
  constructor(private readonly parts: RetentionParts) {}

  /** What is done of a night. @param isStopping leaves the rest for another time */
  async run(isStopping: () => boolean): Promise<void> {
    const { store, log } = this.parts;
    const done = { ended: 0, announced: 0, classes: 0, groups: 0 };
    for await (const id of pieceByPiece((piece) => this.openClasses(piece), isStopping))
      if (await this.endIfForgotten(id)) done.ended += 1;
    for await (const kept of pieceByPiece((piece) => store.listOverClasses(piece), isStopping)) {
      if (this.isToDelete(kept) && (await this.deleteClass(kept))) done.classes += 1;
      else done.announced += await this.announce(kept, { classIds: [kept.id], groupIds: [] });
    }
    for await (const kept of pieceByPiece((piece) => store.listEmptyGroups(piece), isStopping)) {
      if (!this.isToDelete(kept)) {
        done.announced += await this.announce(kept, { classIds: [], groupIds: [kept.id] });
        continue;
      }
      await unlessElsewhere(this.parts.groups.deleteIfEmpty(kept.id));
      done.groups += 1;
    }
    if (Object.values(done).some((count) => count > 0)) log.info(done, 'what is kept was looked through');
  }

  private async openClasses(piece: Piece): Promise<{ id: string }[]> {
    const ids = await this.parts.store.listOpenClasses(this.parts.clock() - FORGOTTEN_MS, piece);
    return ids.map((id) => ({ id }));
  }

  private isToDelete(kept: StoredKept): boolean {
    return isToDelete(kept, this.parts.policy, this.parts.clock());
  }

  private async endIfForgotten({ id }: { id: string }): Promise<boolean> {
    const live = await unlessElsewhere(this.parts.classes.byId(id));
    if (!live || !isForgotten(live, this.parts.clock())) return false;
    return (await live.ask({ type: 'class:end' }, { kind: 'server' })).ok;
  }

  private async announce(kept: StoredKept, of: Parameters<Store['announceDeletion']>[0]): Promise<number> {
    const now = this.parts.clock();
    if (!isToAnnounce(kept, this.parts.policy, now)) return 0;
    await this.parts.store.announceDeletion(of, now);
    return 1;
  }

  private async deleteClass({ id, groupId }: StoredKept): Promise<boolean> {
    const { classes, groups } = this.parts;
    const live = await unlessElsewhere(classes.byId(id));
    // Read from the store a moment ago; what counts is how it is.
    if (live?.state().phase !== 'ended') return false;
    if (groupId === null) await classes.deleteClass(id);
    else await groups.deleteSitting(groupId, id);
    await (this.parts.rest ?? rest)();
    return true;
  }
}

function isForgotten(live: LiveClass, now: number): boolean {
  const last = Math.max(lastMoment(live.state()), live.runs.lastMoment());
  return live.state().phase !== 'ended' && live.isIdle() && last < now - FORGOTTEN_MS;
}
