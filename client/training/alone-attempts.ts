import { flag, integer, listOf, nullOr, number, object, or, type Shape, text, where } from '@/base/shape';
import { readStored, writeStored } from '@/client/live/stored';
import { browserStorage, type TextStorage } from '@/client/live/text-storage';
import type { Experiment } from '@/protocol/experiment';
import { experimentShape } from './experiment-shape';

/** A network that was judged alone, and how it did. */
export interface Attempt {
  experiment: Experiment;
  /** Steps that it had been trained, which may be before its end; null: an older version kept it. */
  steps: number | null;
  /** Of the pictures it was judged on (`DATASETS[…].check`). */
  right: number;
  pictures: number;
  /** Trained and judged while the clock ran. */
  inTime: boolean;
}

/** A race against the clock, by the device's. */
export interface Race {
  /** Milliseconds since 1970. */
  endsAt: number;
  /** The run that had been trained before the clock began; it does not count. Null: there was none. */
  before: string | null;
}

/** What a browser keeps of a challenge that somebody does alone. */
export interface AloneAttempts {
  count: number;
  /** The best ones, best first. */
  best: readonly Attempt[];
  race: Race | null;
}

export const NO_ATTEMPTS: AloneAttempts = { count: 0, best: [], race: null };
/** Attempts that are listed. */
const KEPT = 5;

/** With one more; of equals the earlier one stands first. The best one in time is kept whatever stands before it. */
export function withAttempt(attempts: AloneAttempts, attempt: Attempt): AloneAttempts {
  const all = [...attempts.best, attempt].sort((a, b) => b.right - a.right);
  const inTime = bestInTime(all);
  return {
    ...attempts,
    count: attempts.count + 1,
    best: all.filter((one, place) => place < KEPT || one === inTime),
  };
}

/** The best of those that were made while the clock ran. */
export function bestInTime(best: readonly Attempt[]): Attempt | null {
  return best.find(({ inTime }) => inTime) ?? null;
}

/** Whether a network that is judged now counts for a race: the clock runs, and the run began after it. */
export function isInTime(race: Race | null, runId: string, now: number): boolean {
  return race !== null && now <= race.endsAt && runId !== race.before;
}

/** How many bars a share reaches. @param bars rising */
export function barsReached(share: number, bars: readonly number[]): number {
  return bars.filter((bar) => share >= bar).length;
}

const attemptShape: Shape<Attempt> = where(
  object<Attempt>({
    experiment: experimentShape,
    steps: or(nullOr(integer(0)), null),
    right: integer(0, 1_000_000),
    pictures: integer(1, 1_000_000),
    inTime: flag,
  }),
  ({ right, pictures }) => right <= pictures,
);
export const aloneAttemptsShape: Shape<AloneAttempts> = object<AloneAttempts>({
  count: integer(0, 1_000_000),
  best: listOf(attemptShape, 0, KEPT + 1),
  race: or(nullOr(object<Race>({ endsAt: number(0), before: nullOr(text(64)) })), null),
});

/** Keeps them in this browser, by bench. */
export class AloneStorage {
  private readonly place: string;

  constructor(
    key: string,
    private readonly storage: TextStorage = browserStorage,
  ) {
    this.place = `perceptroom:alone:${key}`;
  }

  load(): AloneAttempts {
    return readStored(this.place, aloneAttemptsShape, this.storage) ?? NO_ATTEMPTS;
  }

  save(attempts: AloneAttempts): void {
    writeStored(this.place, attempts, this.storage);
  }
}
