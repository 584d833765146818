'use client';

import { useSyncExternalStore } from 'react';
import { mediaQuery } from '@/client/ui/media';

let tick = 0;
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function watch(): () => void {
  const changed = () => {
    tick += 1;
    for (const listener of listeners) listener();
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
  listeners.add(listener);
  // One observer for all canvases: a console has dozens.
  stop ??= watch();
  return () => {
    listeners.delete(listener);
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
