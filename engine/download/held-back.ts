import { Listeners } from '@/base/listeners';

/** Milliseconds after which people are told that something has not come. */
const TOLD_AFTER_MS = 8_000;

let waiting = 0;
const listeners = new Listeners();

/** Whether anything that the page waits for is being held back, for `useSyncExternalStore`. */
export const heldBack = {
  subscribe: listeners.add,
  read: () => waiting > 0,
};

/** One thing that the page waits for. */
export interface Wait {
  /** Some of it has come. */
  moved(): void;
  /** It is here, or will not come. */
  over(): void;
}

/** Says that something is waited for: when nothing of it comes for seconds, people hear of it. */
export function beginWait(toldAfterMs = TOLD_AFTER_MS): Wait {
  let told = false;
  const tell = (now: boolean) => {
    if (told === now) return;
    told = now;
    waiting += now ? 1 : -1;
    listeners.tell();
  };
  let timer = setTimeout(() => tell(true), toldAfterMs);
  return {
    moved() {
      tell(false);
      clearTimeout(timer);
      timer = setTimeout(() => tell(true), toldAfterMs);
    },
    over() {
      clearTimeout(timer);
      tell(false);
    },
  };
}

/** Waits for something in this way. */
export function waitedFor<Result>(promise: Promise<Result>): Promise<Result> {
  const wait = beginWait();
  return promise.finally(() => wait.over());
}
