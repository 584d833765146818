'use client';

import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  use,
  useCallback,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { placeToGo, wayOf } from '@/client/ui/one-stop';
import { CardStop } from './card-stop';

/** Null: cards that stand apart, each a stop of its own. */
export const CardStopContext = createContext<CardStop | null>(null);

/** The `tabIndex` of a control on a student's card. Redrawn for this student alone. */
export function useCardTabIndex(studentId: string): 0 | -1 {
  const stop = use(CardStopContext);
  const read = useCallback(() => stop?.isAt(studentId) ?? true, [stop, studentId]);
  const subscribe = useCallback((listener: () => void) => stop?.subscribe(listener) ?? (() => {}), [stop]);
  return useSyncExternalStore(subscribe, read, read) ? 0 : -1;
}

const CONTROLS = 'button, input';
const cardOf = (element: Element) => element.closest<HTMLElement>('[data-card]');

/**
 * Makes all cards one stop for Tab, with the controls of one card behind each other; arrows, Home and End go to the same control of another
 * card. Cards are elements with `data-card="ID"`. Nothing is measured but when such a key is pressed.
 * @param order ids of those whose cards there are, as they stand
 * @returns what to give to `CardStopContext`, and to spread on the element that holds the cards
 */
export function useCardStop(order: readonly string[]) {
  const [stop] = useState(() => new CardStop());
  useLayoutEffect(() => stop.stand(order), [stop, order]);
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = cardOf(target)?.dataset.card;
    if (id !== undefined) stop.use(id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const way = wayOf(event);
    const control = (event.target as Element).closest<HTMLElement>(CONTROLS);
    const card = control && cardOf(control);
    if (!way || !card) return;
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')];
    const boxes = cards.map((one) => one.getBoundingClientRect());
    const to = placeToGo(boxes, cards.indexOf(card), way);
    if (to === null) return;
    event.preventDefault();
    const there = cards[to]!.querySelectorAll<HTMLElement>(CONTROLS);
    const at = [...card.querySelectorAll(CONTROLS)].indexOf(control);
    (there[at] ?? there[0])?.focus();
  };
  return { stop, keys: { onFocus, onKeyDown } };
}
