import { NOTICE_DAYS } from '@/protocol/keeping-days';
import type { Keeping, KeepingPolicy } from '@/protocol/retention';

const DAY_MS = 24 * 3_600_000;
const NOTICE_MS = NOTICE_DAYS * DAY_MS;

/** What decides when something is deleted. Times in milliseconds since 1970. */
export interface Kept {
  /** When it was over; null: it is not, and nothing that goes on is deleted. */
  overAt: number | null;
  /** As its teacher has chosen; null: as the operator says. */
  keepDays: number | null;
  /** When its teachers were first told; null: not yet. */
  announcedAt: number | null;
}

/** For how many days it is kept: never longer than the operator allows, whatever was chosen before. */
function keptDays(keepDays: number | null, { defaultDays, mostDays }: KeepingPolicy): number {
  return Math.min(keepDays ?? defaultDays, mostDays);
}

/**
 * When it is deleted: its time after its end, and never before it has been announced for the whole notice. So nothing is lost unseen where the
 * time was made shorter, or a server slept over the announcement. Null: it is not over.
 */
export function deletionTime({ overAt, keepDays, announcedAt }: Kept, policy: KeepingPolicy, now: number) {
  if (overAt === null) return null;
  return Math.max(overAt + keptDays(keepDays, policy) * DAY_MS, (announcedAt ?? now) + NOTICE_MS);
}

/** Whether its teachers are to be told now. */
export function isToAnnounce(kept: Kept, policy: KeepingPolicy, now: number): boolean {
  const at = deletionTime(kept, policy, now);
  return kept.announcedAt === null && at !== null && at - NOTICE_MS <= now;
}

/** Whether it is to be deleted now. */
export function isToDelete(kept: Kept, policy: KeepingPolicy, now: number): boolean {
  const at = deletionTime(kept, policy, now);
  return kept.announcedAt !== null && at !== null && at <= now;
}

/** The same as its teachers are told. */
export function keepingOf(kept: Kept, policy: KeepingPolicy, now: number): Keeping {
  const deletedAt = deletionTime(kept, policy, now);
  const soon = deletedAt !== null && deletedAt - now <= NOTICE_MS;
  return { keepDays: kept.keepDays, policy, deletedAt, soon };
}
