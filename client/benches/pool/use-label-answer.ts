'use client';

import { useEffect, useRef, useState } from 'react';
import type { Answered, OnPaper } from '@/client/benches/drawing/answered';
import type { PoolDesk } from './pool-desk';

/**
 * What the network says of a picture, asked again as the picture or the network changes: one question at a time, and the newest
 * picture always gets its answer; until it comes, the one before stands.
 * @param version changes when the network has learnt
 */
export function useLabelAnswer(
  desk: PoolDesk | null,
  picture: OnPaper | null,
  version: string,
): Answered | null {
  const [answer, setAnswer] = useState<Answered | null>(null);
  const flight = useRef<Promise<unknown>>(Promise.resolve());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a network that has learnt is a reason to ask again.
  useEffect(() => {
    if (picture === null || desk === null) {
      setAnswer(null);
      return;
    }
    let stale = false;
    void (async () => {
      await flight.current;
      if (stale) return;
      const question = desk.predict(picture.pixels);
      flight.current = question;
      const shares = await question;
      if (!stale) setAnswer(shares && { of: picture, shares });
    })();
    return () => {
      stale = true;
    };
  }, [desk, picture, version]);
  return answer;
}
