'use client';

import { useEffect, useRef, useState } from 'react';
import type { Answered, OnPaper } from '@/client/benches/drawing/answered';
import type { BenchTraining } from '@/client/training/training';

/** Milliseconds between two questions: ten a second is as quick as an eye follows bars. */
const INTERVAL_MS = 100;

/**
 * What the network says of a picture, asked again as the picture or the network changes. One question at a time; the newest picture
 * always gets its answer, and until it comes the one before stands. Null while there is no network or no picture.
 * @param networkVersion changes when the network has learned: another run, some more steps
 */
export function usePrediction(
  training: BenchTraining,
  picture: OnPaper | null,
  networkVersion: string,
): Answered | null {
  const [answer, setAnswer] = useState<Answered | null>(null);
  const askedAt = useRef(0);
  const flight = useRef<Promise<unknown>>(Promise.resolve());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed network is a reason to ask again.
  useEffect(() => {
    if (picture === null) {
      setAnswer(null);
      return;
    }
    let stale = false;
    const wait = Math.max(0, askedAt.current + INTERVAL_MS - performance.now());
    const timer = setTimeout(async () => {
      await flight.current;
      if (stale) return;
      askedAt.current = performance.now();
      const question = training.predict(picture.pixels).catch(() => null);
      flight.current = question;
      const shares = await question;
      if (!stale) setAnswer(shares && { of: picture, shares });
    }, wait);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [training, picture, networkVersion]);
  return answer;
}
