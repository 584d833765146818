import type { RosterEntry } from '@/protocol/views';

const MINUTE_MS = 60_000;
/** Newcomers in one minute that are more than come through a classroom's door: at any time, and once the class goes on. */
const MANY = 60;
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
  { liveSince, now }: { liveSince: number | null; now: number },
): Flood | null {
  const came = roster
    .filter(({ membership }) => membership === 'in' || membership === 'waiting')
    .map(({ joinedAt }) => joinedAt)
    .filter((at) => at > now - REMEMBERED_MS)
    .sort((a, b) => a - b);
  // Who came through the door is no flood because the class begins a moment later.
  const whileLive = liveSince === null ? [] : came.filter((at) => at >= liveSince);
  const since = firstOfMany(came, MANY) ?? firstOfMany(whileLive, MANY_WHILE_LIVE);
  if (since === null) return null;
  return {
    since,
    count: came.filter((at) => at >= since).length,
    lastMinute: came.filter((at) => at > now - MINUTE_MS).length,
  };
}

/** The first of the earliest minute in which more than so many came; null: there is none. */
function firstOfMany(came: readonly number[], many: number): number | null {
  const first = came.findIndex(
    (at, index) => (came[index + many] ?? Number.POSITIVE_INFINITY) - at < MINUTE_MS,
  );
  return came[first] ?? null;
}
