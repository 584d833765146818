'use client';

import {
  type FocusEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import { CalmOrder } from './calm-order';
import { useConsole } from './console-context';

/** Milliseconds from a finger's lifting within which its tap has arrived. */
const TAP_MS = 400;

/**
 * Shows an order calmly (see CalmOrder). Spread `hold` on the element that holds the cards.
 * @param asked changes when the person has asked for another order
 */
export function useCalmOrder(wanted: readonly string[], asked: string) {
  const { beat } = useConsole();
  const [calm] = useState(() => new CalmOrder());
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const letGo = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, look] = useReducer((times: number) => times + 1, 0);
  const turn = useRef(false);
  const takeTurn = useCallback(() => {
    turn.current = true;
    look();
  }, []);
  const { order, again } = calm.show(wanted, asked, pointed || focused, turn.current, performance.now());
  useLayoutEffect(() => {
    turn.current = false;
  });
  // Without dependencies: how long to wait is another time after each drawing.
  useEffect(() => {
    if (again === null) return;
    const timer = setTimeout(() => beat.alone(takeTurn), again);
    return () => clearTimeout(timer);
  });
  useEffect(() => () => clearTimeout(letGo.current), []);
  return {
    order,
    hold: {
      onPointerEnter: () => {
        clearTimeout(letGo.current);
        setPointed(true);
      },
      onPointerLeave: ({ pointerType }: PointerEvent) => {
        if (pointerType === 'mouse') setPointed(false);
        // A finger is lifted before its tap counts.
        else letGo.current = setTimeout(() => setPointed(false), TAP_MS);
      },
      // Where the focus is for the sake of the keyboard; a card that was clicked keeps it long after.
      onFocus: ({ target }: FocusEvent) => setFocused(target.matches(':focus-visible')),
      // From one card to another nothing is let go.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setFocused(false);
      },
    },
  };
}
