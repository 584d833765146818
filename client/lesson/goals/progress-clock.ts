/**
 * How long somebody has been at a goal without getting further: a pure clock. Only time counts in which something was done on the page
 * lately: whoever talks, or looks at another tab, is not stuck.
 */
export interface ProgressClock {
  /** Milliseconds of work since the last progress. */
  readonly worked: number;
  /** When the page was last touched, and when the clock was last looked at. */
  readonly actedAt: number;
  readonly lookedAt: number;
}

/** Without progress for so long: a hint is offered, and the class is told that somebody is stuck. */
export const OFFER_MS = 60_000;
export const STUCK_MS = 180_000;
/** For so long after a touch somebody is at work. */
const AT_WORK_MS = 60_000;

/** A step has come, or there was progress: it begins anew. */
export function startClock(now: number): ProgressClock {
  return { worked: 0, actedAt: now, lookedAt: now };
}

/** The page was touched. */
export function acted(clock: ProgressClock, now: number, counts: boolean): ProgressClock {
  return { ...looked(clock, now, counts), actedAt: now };
}

/** @param counts whether the time since the last look counts at all: the page in front, the bench not held */
export function looked(clock: ProgressClock, now: number, counts: boolean): ProgressClock {
  const until = Math.min(now, clock.actedAt + AT_WORK_MS);
  const more = counts ? Math.max(0, until - clock.lookedAt) : 0;
  return { ...clock, worked: clock.worked + more, lookedAt: now };
}
