import { waitedFor } from './held-back';

/** Milliseconds between two further tries for code that has not come. */
const AGAIN_MS = 15_000;

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
