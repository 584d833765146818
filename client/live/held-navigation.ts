import { beginWait } from '@/engine/download/held-back';

/** Milliseconds after which the way to another page is tried as browsers always did: by loading it whole. */
const LOADED_AFTER_MS = 16_000;
const LOOK_EVERY_MS = 500;

let ended: () => void = () => {};

/**
 * The way to another page has begun: what is fetched for it may be held back, and the page would stand there as if nothing had been
 * pressed. It is told after seconds, and later the address is opened anew.
 */
export function watchNavigation(url: string): void {
  ended();
  const from = location.href;
  const to = new URL(url, from);
  if (to.href === from || to.origin !== location.origin) return;
  const wait = beginWait();
  const loading = setTimeout(() => {
    // What is held back keeps its connection, of which a browser has six: the page would wait for one.
    window.stop();
    location.assign(to);
  }, LOADED_AFTER_MS);
  // There, or led on to somewhere else.
  const looking = setInterval(() => location.href !== from && ended(), LOOK_EVERY_MS);
  ended = () => {
    wait.over();
    clearTimeout(loading);
    clearInterval(looking);
    ended = () => {};
  };
}
