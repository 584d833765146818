'use client';

import { useCallback, useRef, useState } from 'react';

/**
 * Keeps an order as it was while somebody points at it or moves in it by keyboard, so that no card slips away under
 * a finger. Newcomers are appended, those who left drop out at once. Spread `hold` on the element that holds the cards.
 */
export function useHeldOrder(order: readonly string[]) {
  const [held, setHeld] = useState(false);
  const shown = useRef<readonly string[]>(order);
  if (held) {
    const known = new Set(shown.current);
    const present = new Set(order);
    shown.current = [
      ...shown.current.filter((id) => present.has(id)),
      ...order.filter((id) => !known.has(id)),
    ];
  } else shown.current = order;
  const grasp = useCallback(() => setHeld(true), []);
  const release = useCallback(() => setHeld(false), []);
  return {
    order: shown.current,
    hold: {
      onPointerEnter: (event: { pointerType: string }) => event.pointerType === 'mouse' && grasp(),
      onPointerLeave: release,
      onFocus: grasp,
      onBlur: release,
    },
  };
}
