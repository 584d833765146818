'use client';

import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { placeToGo, type Way } from './one-stop';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
};

/**
 * Makes the buttons inside an element one stop for Tab: arrows, Home and End go on among them (WAI-ARIA Authoring Practices, “Keyboard
 * Navigation Inside Components”). Tab comes back to the one that was used last; at first to the one that is pressed, or the first. Fields in
 * between stay stops of their own.
 * @returns what the element does when a key is pressed in it
 */
export function useOneStop(root: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let last: HTMLElement | null = null;
    const settle = () => {
      const all = buttonsIn(element);
      const stop =
        all.find((one) => one === last) ??
        all.find((one) => one.getAttribute('aria-pressed') === 'true') ??
        all[0];
      for (const one of all) {
        const tabIndex = one === stop ? 0 : -1;
        if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex;
      }
    };
    const onFocus = ({ target }: FocusEvent) => {
      const button = (target as HTMLElement).closest('button');
      if (!button) return;
      last = button;
      settle();
    };
    settle();
    const changes = new MutationObserver(settle);
    changes.observe(element, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled', 'aria-pressed', 'hidden'],
    });
    element.addEventListener('focusin', onFocus);
    return () => {
      changes.disconnect();
      element.removeEventListener('focusin', onFocus);
    };
  }, [root]);

  return (event) => {
    const way = WAYS[event.key];
    const element = root.current;
    const at = (event.target as HTMLElement).closest('button');
    if (!way || !element || !at || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = buttonsIn(element);
    const boxes = all.map((one) => one.getBoundingClientRect());
    const to = placeToGo(boxes, all.indexOf(at), way);
    if (to === null) return;
    event.preventDefault();
    all[to]!.focus();
  };
}

function buttonsIn(element: HTMLElement): HTMLButtonElement[] {
  return [...element.querySelectorAll('button')].filter(
    (one) => !one.disabled && one.getClientRects().length > 0,
  );
}
