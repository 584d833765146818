'use client';

import { useSyncExternalStore } from 'react';
import { Listeners } from '@/base/listeners';
import { mediaQuery } from '@/client/ui/media';

let tick = 0;
const listeners = new Listeners();
let stop: (() => void) | null = null;

function watch(): () => void {
  const changed = () => {
    tick += 1;
    listeners.tell();
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const medias = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map(
    mediaQuery,
  );
  for (const media of medias) media?.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    for (const media of medias) media?.removeEventListener('change', changed);
  };
}

function subscribe(listener: () => void): () => void {
  const leave = listeners.add(listener);
  // One observer for all canvases: a console has dozens.
  stop ??= watch();
  return () => {
    leave();
    if (listeners.size === 0) {
      stop?.();
      stop = null;
    }
  };
}

/** A number that changes with the theme: canvases, which cannot use CSS variables, draw again when it does. */
export function useThemeTick(): number {
  return useSyncExternalStore(
    subscribe,
    () => tick,
    () => 0,
  );
}
