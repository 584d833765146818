'use client';

import { useEffect, useRef, useState } from 'react';

/** Steps of a training that were taken one at a time since the bench opened, with nothing running before or after. */
export function useSingleSteps(step: number, running: boolean): number {
  const [count, setCount] = useState(0);
  const before = useRef({ step, running });
  useEffect(() => {
    const was = before.current;
    before.current = { step, running };
    if (!running && !was.running && step === was.step + 1) setCount((steps) => steps + 1);
  }, [step, running]);
  return count;
}
