'use client';

import { useEffect, useRef } from 'react';
import { mediaMatches } from '@/client/ui/media';

/** The widths at which layouts change (Tailwind's; its 2xl is called huge), in rem. */
const BREAKPOINTS = { sm: 40, md: 48, lg: 64, xl: 80, huge: 96 } as const;

/**
 * Tells the stylesheet which widths are not reached in the letters that are really shown. Media queries count in the browser's usual
 * letters: where only the text was made larger they would go on promising room for two columns. The variants of app/theme.css heed
 * `data-under`.
 */
export function LetterSize() {
  const probe = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = probe.current;
    if (!element) return;
    const root = document.documentElement;
    const tell = () => {
      const rem = element.getBoundingClientRect().width / PROBE_REMS;
      const under = Object.entries(BREAKPOINTS)
        .filter(([, wide]) => rem > 0 && mediaMatches(`(width >= ${wide}rem)`) && innerWidth / rem < wide)
        .map(([name]) => name)
        .join(' ');
      if (under === '') delete root.dataset.under;
      else root.dataset.under = under;
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    window.addEventListener('resize', tell);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', tell);
    };
  }, []);
  return (
    <span
      ref={probe}
      aria-hidden="true"
      className="pointer-events-none invisible absolute top-0 left-0 h-px w-4"
    />
  );
}

/** Width of the probe (`w-4`). */
const PROBE_REMS = 1;
