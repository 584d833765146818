'use client';

import { useEffect, useRef, useState } from 'react';

/** Quick presses may come to more than one step before it rests; more than that, it was training. */
const AT_ONCE = 3;

/** Steps of a training that were taken one at a time since the bench opened: from rest to rest. */
export function useSingleSteps(step: number, running: boolean): number {
  const [count, setCount] = useState(0);
  const rested = useRef(step);
  useEffect(() => {
    if (running) return;
    const taken = step - rested.current;
    rested.current = step;
    if (taken > 0 && taken <= AT_ONCE) setCount((steps) => steps + taken);
  }, [step, running]);
  return count;
}
