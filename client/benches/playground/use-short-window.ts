'use client';

import { useSyncExternalStore } from 'react';
import { mediaMatches, mediaQuery } from '@/client/ui/media';

/** A laptop of 1366×768, a little of it taken by the browser: wide, but not high. The same as `short:` in app/theme.css. */
const SHORT = '(min-width: 64rem) and (max-height: 50rem)';

function subscribe(changed: () => void): () => void {
  const media = mediaQuery(SHORT);
  media?.addEventListener('change', changed);
  return () => media?.removeEventListener('change', changed);
}

/** Whether pictures should spare height so that the whole bench is in sight. */
export function useShortWindow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => mediaMatches(SHORT),
    () => false,
  );
}
