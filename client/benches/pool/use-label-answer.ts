'use client';

import { useEffect, useRef, useState } from 'react';
import type { PoolDesk } from './pool-desk';

/**
 * The network's probabilities for a picture, asked again as the picture or the network changes: one question at a time, and the
 * newest picture always gets its answer.
 * @param version changes when the network has learnt
 */
export function useLabelAnswer(
  desk: PoolDesk | null,
  pixels: Uint8Array | null,
  version: string,
): number[] | null {
  const [answer, setAnswer] = useState<number[] | null>(null);
  const flight = useRef<Promise<unknown>>(Promise.resolve());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a network that has learnt is a reason to ask again.
  useEffect(() => {
    if (pixels === null || desk === null) {
      setAnswer(null);
      return;
    }
    let stale = false;
    void (async () => {
      await flight.current;
      if (stale) return;
      const question = desk.predict(pixels);
      flight.current = question;
      const probabilities = await question;
      if (!stale) setAnswer(probabilities);
    })();
    return () => {
      stale = true;
    };
  }, [desk, pixels, version]);
  return answer;
}
