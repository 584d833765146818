'use client';

import { useEffect, useRef, useState } from 'react';

/** The value, taken over at most every `milliseconds`; the newest one always arrives in the end. */
export function useSlowed<Value>(value: Value, milliseconds: number): Value {
  const [slow, setSlow] = useState(value);
  const takenAt = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, takenAt.current + milliseconds - performance.now());
    const timer = setTimeout(() => {
      takenAt.current = performance.now();
      setSlow(() => value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return slow;
}
