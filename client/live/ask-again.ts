/**
 * Asks anew for scripts and style sheets of which nothing comes: a browser waits for them without end. It is written into the head of
 * every page as text, since the page's own scripts may be what is held back; so it stands alone. `window.scriptsHeld` says whether
 * anything is missing, with an event `scriptsheld` at each change.
 */
export function askAgain(patienceMs: number, lookEveryMs: number): void {
  const WANTED = 'script[src^="/_next/"]:not([nomodule]),link[rel="stylesheet"][href^="/_next/"]';
  // By address: whichever element brings it.
  const come = new Set<string>();
  const missing = new Map<string, { since: number; patience: number }>();
  // A slow line brings one after another: nothing is held back while something comes.
  let moved = performance.now();
  const addressOf = (element: Element) =>
    (element.getAttribute('src') ?? element.getAttribute('href') ?? '').replace(/\?again=\d+$/, '');
  // Of the document: an element's `load` never reaches the window.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      come.add(addressOf(target));
      missing.delete(addressOf(target));
      moved = performance.now();
    },
    true,
  );

  const again = (element: Element, address: string) => {
    const isScript = element.localName === 'script';
    const name = isScript ? 'src' : 'href';
    const copy = document.createElement(element.localName);
    // Another address, or the browser's cache would have it wait for the first.
    copy.setAttribute(name, `${address}?again=${Date.now()}`);
    if (!isScript) {
      copy.setAttribute('rel', 'stylesheet');
      // Nothing of the page is painted before its style sheets: without them at least its words are.
      element.setAttribute('media', 'not all');
    }
    document.head.append(copy);
    // The bundler knows its code by the old address.
    if (isScript) copy.setAttribute(name, address);
  };

  const look = () => {
    const now = performance.now();
    const wanted = new Map([...document.querySelectorAll(WANTED)].map((one) => [addressOf(one), one]));
    for (const address of wanted.keys()) {
      if (come.has(address) || missing.has(address)) continue;
      const entries = performance.getEntriesByName(new URL(address, location.href).href);
      if (entries.some((entry) => (entry as PerformanceResourceTiming).decodedBodySize > 0))
        come.add(address);
      else missing.set(address, { since: now, patience: patienceMs });
    }
    for (const address of missing.keys()) if (!wanted.has(address)) missing.delete(address);
    const late = [...missing].filter(([, { since, patience }]) => now - Math.max(since, moved) >= patience);
    // What is held back keeps its connection, of which a browser has six: the next try would wait for one. Not at once: what is on its
    // way over a slow line would be lost.
    if (!window.pageLives && late.some(([, { patience }]) => patience > patienceMs)) window.stop();
    for (const [address, turn] of late) {
      again(wanted.get(address)!, address);
      turn.since = now;
      turn.patience *= 2;
    }
    const held = [...missing.values()].some(({ patience }) => patience > patienceMs);
    if (held === Boolean(window.scriptsHeld)) return;
    window.scriptsHeld = held;
    dispatchEvent(new Event('scriptsheld'));
  };
  setInterval(look, lookEveryMs);
}

declare global {
  interface Window {
    /** Whether scripts or style sheets are missing for longer than they should. */
    scriptsHeld?: boolean;
    /** The page's own scripts have taken it over. */
    pageLives?: boolean;
  }
}
