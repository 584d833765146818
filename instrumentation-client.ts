import { watchNavigation } from './client/live/held-navigation';
import { keepStrayDropsOut } from './client/ui/stray-drops';
import { makeDomSturdy } from './client/ui/sturdy-dom';
import { watchTyping } from './client/ui/typed-text';

/** Runs once in every page, before React takes it over. */
readWithoutEval();
makeDomSturdy();
watchTyping();
keepStrayDropsOut();
// A page that was translated before it came to life is drawn anew by React, which tells of it as of a failure.
addEventListener('error', (event) => {
  if (/React error #418|Hydration failed/.test(event.message) && document.querySelector('font'))
    event.preventDefault();
});

/** Next's: the way to another page begins. Going back and forth changes the address first. */
export function onRouterTransitionStart(url: string, kind: 'push' | 'replace' | 'traverse'): void {
  if (kind !== 'traverse') watchNavigation(url);
}

/** Zod makes functions out of text where it may, and to try it would already be against the page's policy (server/http/page-policy). */
function readWithoutEval(): void {
  const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
  shared.__zod_globalConfig ??= {};
  shared.__zod_globalConfig.jitless = true;
}
