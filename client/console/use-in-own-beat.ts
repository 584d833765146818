'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useConsole } from './console-context';

/**
 * A value of which much is drawn, taken over in a beat of its own: with the students' values, or with cards that change places, it would be one long task.
 * What is shown at first is there at once; a newer one within two beats.
 */
export function useInOwnBeat<Value>(value: Value): Value {
  const { beat } = useConsole();
  const [shown, show] = useState(value);
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  });
  // The same function each time: however often it is asked for, it is one beat.
  const take = useCallback(() => show(newest.current), []);
  useEffect(() => {
    if (value !== shown) beat.alone(take);
  }, [beat, take, value, shown]);
  return shown;
}
