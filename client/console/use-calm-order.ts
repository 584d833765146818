'use client';

import { useCallback, useEffect, useReducer, useState } from 'react';
import { CalmOrder } from './calm-order';
import { useConsole } from './console-context';

/**
 * Shows an order calmly (see CalmOrder). Spread `hold` on the element that holds the cards.
 * @param asked changes when the person has asked for another order
 */
export function useCalmOrder(wanted: readonly string[], asked: string) {
  const { beat } = useConsole();
  const [calm] = useState(() => new CalmOrder());
  const [held, setHeld] = useState(false);
  const [, look] = useReducer((times: number) => times + 1, 0);
  const { order, again } = calm.show(wanted, asked, held, performance.now());
  // Without dependencies: how long to wait is another time after each drawing.
  useEffect(() => {
    if (again === null) return;
    const timer = setTimeout(() => beat.join(look), again);
    return () => clearTimeout(timer);
  });
  const grasp = useCallback(() => setHeld(true), []);
  const release = useCallback(() => setHeld(false), []);
  return {
    order,
    hold: {
      onPointerEnter: (event: { pointerType: string }) => event.pointerType === 'mouse' && grasp(),
      onPointerLeave: release,
      onFocus: grasp,
      onBlur: release,
    },
  };
}
