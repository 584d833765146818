'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Gives the focus to the heading of a page that somebody was led to within the site: the link or button that had it is gone with the page
 * before, so that the next Tab would begin anywhere and a screen reader at nothing. A page that the browser loads begins at its top by itself,
 * and what a page focuses of its own accord keeps it.
 */
export function ArrivedFocus(): null {
  const path = usePathname();
  const loaded = useRef(path);
  useEffect(() => {
    // The address as it was loaded; afterwards coming back to it is an arrival, too.
    if (loaded.current === path) return;
    loaded.current = '';
    return focusHeading();
  }, [path]);
  return null;
}

/** Focuses the heading of the page, and that of what takes its place while it loads, until the person does something. */
function focusHeading(): () => void {
  const look = () => {
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    const main = document.querySelector<HTMLElement>('main');
    const to = main?.querySelector<HTMLElement>('h1') ?? main;
    if (!to) return;
    if (!to.hasAttribute('tabindex')) to.tabIndex = -1;
    to.focus({ preventScroll: true });
  };
  const changes = new MutationObserver(look);
  const stop = () => {
    changes.disconnect();
    removeEventListener('keydown', stop, true);
    removeEventListener('pointerdown', stop, true);
  };
  look();
  changes.observe(document.body, { childList: true, subtree: true });
  addEventListener('keydown', stop, true);
  addEventListener('pointerdown', stop, true);
  return stop;
}
