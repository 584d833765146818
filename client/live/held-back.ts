/** Milliseconds after which people are told that something has not come. */
const TOLD_AFTER_MS = 8_000;
/** Milliseconds between two further tries for code that has not come. */
const AGAIN_MS = 15_000;

let waiting = 0;
const listeners = new Set<() => void>();

/** Whether anything that the page waits for is being held back, for `useSyncExternalStore`. */
export const heldBack = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => waiting > 0,
  readOnServer: () => false,
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
    for (const listener of listeners) listener();
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

/** Waits for code that a page fetches in pieces, and asks for the pieces anew that are held back. */
export function codeWaitedFor<Result>(promise: Promise<Result>): Promise<Result> {
  const timer = setInterval(askAgainForScripts, AGAIN_MS);
  return waitedFor(promise).finally(() => clearInterval(timer));
}

/** A script that never came would be waited for without end; whichever copy comes first is taken. */
function askAgainForScripts(): void {
  const come = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
  const pending = new Set(
    [...document.querySelectorAll<HTMLScriptElement>('script[src^="/_next/"]')].flatMap((script) =>
      come.has(script.src) ? [] : [script.getAttribute('src')!],
    ),
  );
  for (const source of pending) {
    const script = document.createElement('script');
    // Another address, or the browser's cache would make it wait for the first; the bundler knows its code by the old one.
    script.src = `${source}?again=${Date.now()}`;
    document.head.append(script);
    script.setAttribute('src', source);
  }
}
