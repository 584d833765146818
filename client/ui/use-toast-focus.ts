'use client';

import { type RefObject, useEffect } from 'react';

/**
 * Lets the focus into passing messages and out of them again as anywhere: what shows them (sonner) sends whoever leaves back to where they came
 * from, and who goes on by Tab never gets past. One that goes away under the focus gives it back to where it came from.
 * @param around the element that holds them
 */
export function useToastFocus(around: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = around.current;
    if (!element) return;
    let from: HTMLElement | null = null;
    let inside = false;
    const enter = (event: FocusEvent) => {
      event.stopPropagation();
      const { relatedTarget } = event;
      if (relatedTarget instanceof HTMLElement && !element.contains(relatedTarget)) from = relatedTarget;
      inside = true;
    };
    const leave = (event: FocusEvent) => {
      event.stopPropagation();
      // Nothing is told of where the focus goes when its element is taken away.
      if (event.relatedTarget !== null) inside = false;
    };
    const gone = new MutationObserver(() => {
      if (!inside || element.contains(document.activeElement)) return;
      inside = false;
      if (document.activeElement === document.body) from?.focus({ preventScroll: true });
    });
    gone.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      gone.disconnect();
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
    };
  }, [around]);
}
