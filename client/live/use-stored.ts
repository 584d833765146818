'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Shape } from '@/base/shape';
import { readStored, writeStored } from './stored';

/**
 * A value that this browser keeps under a key. What is kept is read once after the first drawing, since the server
 * draws without it; while the key is null (not known yet) nothing is read or written.
 * @param shape of what was kept, which may be old or tampered with: what has it not begins anew
 */
export function useStored<Value>(
  key: string | null,
  initial: Value,
  shape: Shape<Value>,
): [Value, (next: Value) => void] {
  const [held, setHeld] = useState<{ key: string | null; value: Value }>({ key: null, value: initial });

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each key.
  useEffect(() => {
    if (key === null) return;
    const kept = readStored(key, shape);
    if (kept !== null) setHeld({ key, value: kept });
  }, [key]);

  const keep = useCallback(
    (next: Value) => {
      setHeld({ key, value: next });
      if (key !== null) writeStored(key, next);
    },
    [key],
  );
  return [held.key === key ? held.value : initial, keep];
}
