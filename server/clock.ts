import { uptime } from 'node:os';

/** Milliseconds that the machine must have slept for it to count; below that the two clocks differ by their rounding. */
const SLEPT_MS = 2_000;

interface Clocks {
  /** The machine's, which people and networks set. */
  wall?: () => number;
  /** Goes on evenly, whatever is set; stands still while the machine sleeps on some systems. */
  steady?: () => number;
  /** Goes on while the machine sleeps, and is not set; null where there is none. */
  awakeOrNot?: (() => number) | null;
}

/** Whole milliseconds since 1970 that go on evenly. */
export interface SteadyClock {
  now(): number;
  /** Adds the time for which the machine slept, so that it is not taken for none. To be called every second or so. */
  tick(): void;
  /** Takes the machine's time as it is now; only while nothing is going on that a jump could harm. */
  settle(): void;
}

/**
 * The machine's time when it was made, and from there evenly on: an hour that somebody sets the machine's clock back or forth
 * changes no limit, no duration and no order of a class that is going on.
 */
export function steadyClock({
  wall = Date.now,
  steady = () => performance.now(),
  awakeOrNot = process.platform === 'linux' ? () => uptime() * 1_000 : null,
}: Clocks = {}): SteadyClock {
  let atWall = wall();
  let atSteady = steady();
  let awake = { steady: atSteady, whole: awakeOrNot?.() ?? 0 };
  return {
    now: () => Math.round(atWall + (steady() - atSteady)),
    tick: () => {
      if (awakeOrNot === null) return;
      const next = { steady: steady(), whole: awakeOrNot() };
      const slept = next.whole - awake.whole - (next.steady - awake.steady);
      if (slept > SLEPT_MS) atWall += slept;
      awake = next;
    },
    settle: () => {
      atWall = wall();
      atSteady = steady();
    },
  };
}

/**
 * A clock that never falls behind what is written down, and never goes back: where the given one begins earlier (a machine that
 * was started with the wrong time) or is set back, it goes on evenly from where it was.
 */
export function continuingClock(clock: () => number, notBefore: number): () => number {
  let last = clock();
  let ahead = Math.max(0, notBefore - last);
  return () => {
    const now = clock();
    if (now < last) ahead += last - now;
    last = now;
    return now + ahead;
  };
}
