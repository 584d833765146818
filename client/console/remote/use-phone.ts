'use client';

import { useSyncExternalStore } from 'react';
import { mediaMatches, mediaQuery } from '@/client/ui/media';

/** Narrower than this everything is under one thumb (Tailwind's sm). */
const PHONE = '(max-width: 639.98px)';

function follow(listener: () => void): () => void {
  const query = mediaQuery(PHONE);
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

/** Whether the page is as narrow as a phone now. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    follow,
    () => mediaMatches(PHONE),
    () => false,
  );
}
