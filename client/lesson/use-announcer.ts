'use client';

import { useCallback, useRef, useState } from 'react';

/** Said twice, the same words are read twice: every other time they end in a mark that has no sound. */
const SILENT = '\u200b';

/** What a live region reads out now, and the way to have something read. */
export function useAnnouncer(): [said: string, announce: (words: string) => void] {
  const [said, setSaid] = useState('');
  const odd = useRef(false);
  const announce = useCallback((words: string) => {
    odd.current = !odd.current;
    setSaid(odd.current ? words : words + SILENT);
  }, []);
  return [said, announce];
}
