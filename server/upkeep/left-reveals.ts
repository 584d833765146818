import type { Logger } from 'pino';
import type { LiveClasses } from '@/server/live/live-classes';
import { unlessElsewhere } from '@/server/store/elsewhere';
import type { Store } from '@/server/store/store';
import { pieceByPiece } from './piece-by-piece';

/** Milliseconds after which a reveal that was begun is over by itself: nobody comes back to it the next day. */
const LEFT_MS = 24 * 3_600_000;

interface Parts {
  store: Pick<Store, 'listReveals'>;
  classes: Pick<LiveClasses, 'byId'>;
  /** Milliseconds since 1970. */
  clock: () => number;
  log: Logger;
}

/** Ends reveals that were begun and left: until the last stop a class's results are hidden from those whose they are. */
export async function endLeftReveals(
  { store, classes, clock, log }: Parts,
  isStopping: () => boolean,
): Promise<void> {
  let ended = 0;
  for await (const { id, begunAt, isOver } of pieceByPiece((piece) => store.listReveals(piece), isStopping)) {
    if (isOver || begunAt > clock() - LEFT_MS) continue;
    const live = await unlessElsewhere(classes.byId(id));
    // Where somebody is at it, it is theirs.
    if (!live?.isIdle()) continue;
    const answer = await live.ask({ type: 'reveal:go', phase: 'picture', shown: 0 }, { kind: 'server' });
    if (answer.ok) ended += 1;
  }
  if (ended > 0) log.info({ reveals: ended }, 'reveals that were left were ended');
}
