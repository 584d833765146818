'use client';

import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { placeToGo, type Way, wayOf } from './one-stop';

type Control = HTMLElement | SVGElement;

/** What belongs to a group: its buttons, also those of a picture; fields where they are wanted. */
const BUTTONS = 'button, [role="button"]';
const FIELDS = `${BUTTONS}, summary, select, input[type="checkbox"], input[type="range"]`;

/**
 * Makes the buttons inside an element one stop for Tab: arrows, Home and End go on among them (WAI-ARIA Authoring Practices, “Keyboard
 * Navigation Inside Components”). Tab comes back to the one that was used last; at first to the one that is pressed or current, or the first. Fields in
 * between stay stops of their own, unless they are taken along: a list keeps up and down for itself, a slider left and right, and the other
 * two arrows go on. While one of several is focused the element says so to style sheets (`data-one-stop`).
 * @param fields lists, ticks and sliders belong to it as well
 * @returns what the element does when a key is pressed in it
 */
export function useOneStop(
  root: RefObject<HTMLElement | null>,
  fields = false,
): (event: KeyboardEvent) => void {
  const members = fields ? FIELDS : BUTTONS;
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let last: Control | null = null;
    const settle = () => {
      const all = controlsIn(element, members);
      const stop =
        all.find((one) => one === last) ??
        all.find((one) => one.matches('[aria-pressed=true], [aria-current=step] *')) ??
        all[0];
      for (const one of all) {
        const tabIndex = one === stop ? 0 : -1;
        if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex;
      }
      element.dataset.oneStop = all.length > 1 ? 'several' : 'one';
      // What was just used and can be no more (the last step is undone) hands the focus on before the page loses it.
      const here = document.activeElement;
      if (here !== null && element.contains(here) && here.matches(':disabled'))
        stop?.focus({ preventScroll: true });
    };
    const onFocus = ({ target }: FocusEvent) => {
      const control = (target as HTMLElement).closest<Control>(members);
      if (!control) return;
      last = control;
      settle();
    };
    settle();
    const changes = new MutationObserver(settle);
    changes.observe(element, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled', 'aria-pressed', 'aria-current', 'hidden'],
    });
    element.addEventListener('focusin', onFocus);
    return () => {
      changes.disconnect();
      element.removeEventListener('focusin', onFocus);
    };
  }, [root, members]);

  return (event) => {
    const element = root.current;
    const at = (event.target as HTMLElement).closest<Control>(members);
    const way = at && wayFrom(at, event);
    if (!way || !element) return;
    const all = controlsIn(element, members);
    const boxes = all.map((one) => one.getBoundingClientRect());
    const to = placeToGo(boxes, all.indexOf(at), way);
    if (to === null) return;
    event.preventDefault();
    all[to]!.focus();
  };
}

/** Where a key leads from here; null where the control needs it. Along what it does not need a field is left in the order of reading. */
function wayFrom(control: Control, event: KeyboardEvent): Way | null {
  const way = wayOf(event);
  const isSlider = control instanceof HTMLInputElement && control.type === 'range';
  if (control instanceof HTMLSelectElement) return way === 'next' || way === 'previous' ? way : null;
  if (isSlider) return way === 'down' ? 'next' : way === 'up' ? 'previous' : null;
  return way;
}

function controlsIn(element: HTMLElement, members: string): Control[] {
  return [...element.querySelectorAll<Control>(members)].filter(
    (one) => !one.matches(':disabled') && one.getClientRects().length > 0,
  );
}
