import type { RosterEntry } from '@/protocol/views';

const MINUTE_MS = 60_000;
/** Newcomers in one minute that are more than come through a classroom's door: before the class begins, and once it goes on. */
const MANY_IN_LOBBY = 60;
const MANY_WHILE_LIVE = 20;
/** The teacher has so long to notice. */
const REMEMBERED_MS = 10 * MINUTE_MS;

/** Many who came in a short time. */
export interface Flood {
  /** When the first of them came, by the server's clock. */
  since: number;
  /** Those who came since then and are still in or waiting: who would be sent out, but for those who have done something. */
  count: number;
  lastMinute: number;
}

/** The flood of newcomers that a class has just met; null where there was none, or nothing is left of it. Times by the server's clock. */
export function floodOf(
  roster: readonly RosterEntry[],
  { isLive, now }: { isLive: boolean; now: number },
): Flood | null {
  const many = isLive ? MANY_WHILE_LIVE : MANY_IN_LOBBY;
  const came = roster
    .filter(({ membership }) => membership === 'in' || membership === 'waiting')
    .map(({ joinedAt }) => joinedAt)
    .filter((at) => at > now - REMEMBERED_MS)
    .sort((a, b) => a - b);
  // The first of the earliest minute in which more than that came.
  const first = came.findIndex(
    (at, index) => (came[index + many] ?? Number.POSITIVE_INFINITY) - at < MINUTE_MS,
  );
  if (first < 0) return null;
  return {
    since: came[first]!,
    count: came.length - first,
    lastMinute: came.filter((at) => at > now - MINUTE_MS).length,
  };
}
