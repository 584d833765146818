/**
 * Asks anew for scripts and style sheets of which nothing comes: a browser waits for them without end. It is written into the head of
 * every page as text, since the page's own scripts may be what is held back; so it stands alone. `window.scriptsHeld` says whether
 * anything is missing, with an event of that name at each change.
 */
export function askAgain(patienceMs: number, lookEveryMs: number): void {
  const SCRIPTS = 'script[src^="/_next/"]:not([nomodule])';
  const SHEETS = 'link[rel="stylesheet"][href^="/_next/"]';
  const come = new WeakSet<EventTarget>();
  const missing = new Map<Element, { since: number; patience: number }>();
  // A slow line brings one after another: nothing is held back while something comes.
  let moved = performance.now();
  const settled = (target: EventTarget) => {
    come.add(target);
    if (target instanceof Element) missing.delete(target);
    moved = performance.now();
  };
  for (const name of ['load', 'error'])
    addEventListener(name, ({ target }) => target instanceof Element && settled(target), true);

  const again = (element: Element) => {
    const name = element instanceof HTMLScriptElement ? 'src' : 'href';
    const address = element.getAttribute(name)!;
    const copy = document.createElement(element.localName) as HTMLScriptElement | HTMLLinkElement;
    // Another address, or the browser's cache would have it wait for the first.
    copy.setAttribute(name, `${address}?again=${Date.now()}`);
    if (copy instanceof HTMLLinkElement) {
      copy.rel = 'stylesheet';
      // Nothing of the page is painted before its style sheets: without them at least its words are.
      element.setAttribute('media', 'not all');
    }
    copy.addEventListener('load', () => settled(element));
    come.add(copy);
    document.head.append(copy);
    // The bundler knows its code by the old address.
    if (name === 'src') copy.setAttribute(name, address);
  };

  const look = () => {
    const now = performance.now();
    for (const element of document.querySelectorAll<HTMLElement>(`${SCRIPTS},${SHEETS}`)) {
      if (come.has(element) || missing.has(element)) continue;
      const { src, href } = element as { src?: string; href?: string };
      if (performance.getEntriesByName(src ?? href ?? '').length > 0) come.add(element);
      else missing.set(element, { since: now, patience: patienceMs });
    }
    let held = false;
    for (const [element, turn] of missing) {
      if (!element.isConnected) missing.delete(element);
      else if (now - Math.max(turn.since, moved) >= turn.patience) {
        again(element);
        turn.since = now;
        turn.patience *= 2;
      }
      held ||= turn.patience > patienceMs;
    }
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
  }
}
