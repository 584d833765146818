'use client';

import { useEffect, useRef, useState } from 'react';
import type { BenchTraining } from '@/client/training/training';

/** Milliseconds between two questions: ten a second is as quick as an eye follows bars. */
const INTERVAL_MS = 100;

/**
 * The network's ten probabilities for a picture, asked again as the picture or the network changes. One question at a
 * time; the newest picture always gets its answer. Null while there is no network or no picture.
 * @param networkVersion changes when the network has learned: another run, some more steps
 */
export function usePrediction(
  training: BenchTraining,
  pixels: Uint8Array | null,
  networkVersion: string,
): number[] | null {
  const [answer, setAnswer] = useState<number[] | null>(null);
  const askedAt = useRef(0);
  const flight = useRef<Promise<unknown>>(Promise.resolve());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed network is a reason to ask again.
  useEffect(() => {
    if (pixels === null) {
      setAnswer(null);
      return;
    }
    let stale = false;
    const wait = Math.max(0, askedAt.current + INTERVAL_MS - performance.now());
    const timer = setTimeout(async () => {
      await flight.current;
      if (stale) return;
      askedAt.current = performance.now();
      const question = training.predict(pixels).catch(() => null);
      flight.current = question;
      const probabilities = await question;
      if (!stale) setAnswer(probabilities);
    }, wait);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [training, pixels, networkVersion]);
  return answer;
}
