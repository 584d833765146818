'use client';

import { useEffect, useRef, useState } from 'react';
import { Arrivals } from './arrivals';
import { useAnnouncer } from './use-announcer';

/** What a live region reads out of those who come (see Arrivals). @param words says who has come between two moments; null: nobody */
export function useArrivals<Here>(here: Here, words: (before: Here, now: Here) => string | null): string {
  const [said, announce] = useAnnouncer();
  const newest = useRef(words);
  useEffect(() => {
    newest.current = words;
  }, [words]);
  const [arrivals] = useState(
    () => new Arrivals<Here>((before, now) => newest.current(before, now), announce),
  );
  useEffect(() => arrivals.see(here), [arrivals, here]);
  useEffect(() => () => arrivals.close(), [arrivals]);
  return said;
}
