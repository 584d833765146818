'use client';

import { useEffect, useRef } from 'react';
import { mediaMatches } from './media';

/** The widths at which layouts change (Tailwind's; its 2xl is called huge), in rem. */
const BREAKPOINTS = { sm: 40, md: 48, lg: 64, xl: 80, huge: 96 } as const;

/**
 * Fits the layout to the letters that are really shown. It is measured in rem, which follows the browser's usual size of letters, and
 * neither a least size that somebody has set nor text that alone was made larger:
 *
 * - Where small letters are made larger, the page's own size becomes that least size, so that boxes grow with the words in them.
 * - Media queries count in the browser's usual letters and would go on promising room for two columns. `data-under` names the widths
 *   that are not reached; the variants of app/theme.css heed it.
 */
export function LetterSize() {
  const rem = useRef<HTMLSpanElement>(null);
  const least = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const [remProbe, leastProbe] = [rem.current, least.current];
    if (!remProbe || !leastProbe) return;
    const root = document.documentElement;
    const tell = () => {
      const size = leastProbe.getBoundingClientRect().height;
      root.style.fontSize =
        size > ANY_LETTERS_PX ? `max(100%, min(${size}px, ${100 / NARROWEST_REMS}vw))` : '';
      const wide = remProbe.getBoundingClientRect().width;
      const under = Object.entries(BREAKPOINTS)
        .filter(([, rems]) => wide > 0 && mediaMatches(`(width >= ${rems}rem)`) && innerWidth / wide < rems)
        .map(([name]) => name)
        .join(' ');
      if (under === '') delete root.dataset.under;
      else root.dataset.under = under;
    };
    const observer = new ResizeObserver(tell);
    observer.observe(remProbe);
    observer.observe(leastProbe);
    window.addEventListener('resize', tell);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', tell);
    };
  }, []);
  const hidden = 'pointer-events-none invisible absolute top-0 left-0';
  return (
    <>
      <span ref={rem} aria-hidden="true" className={`${hidden} h-px w-4`} />
      {/* Asks for letters of hardly any size: a line of them is as high as the least that are shown. */}
      <span ref={least} aria-hidden="true" translate="no" className={`${hidden} text-[0.01em] leading-none`}>
        0
      </span>
    </>
  );
}

/** Layouts are made for windows down to this width: on a phone boxes grow no further, and words take the room. */
const NARROWEST_REMS = 20;

/** Nobody sets less on purpose: browsers have a least size of their own for some scripts. */
const ANY_LETTERS_PX = 12;
