'use client';

import { useEffect, useState } from 'react';
import type { BenchTraining } from '@/client/training/training';

export interface BatchPicture {
  /** Its number among the training pictures. */
  index: number;
  label: number;
  /** Row by row. */
  pixels: Uint8Array;
}

/** Milliseconds between two batches on show while the loop turns quickly. */
const SHOW_MS = 1_200;

/** The pictures with these numbers, as soon as they are there. While training, only now and then: the worker has other work. */
export function useBatchSamples(
  training: BenchTraining,
  indices: readonly number[],
  available: number,
  quick: boolean,
): readonly BatchPicture[] {
  const [shown, setShown] = useState<readonly BatchPicture[]>([]);
  const [asked, setAsked] = useState<readonly number[]>(indices);
  const key = indices.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what is in `indices`.
  useEffect(() => {
    if (!quick) {
      setAsked(indices);
      return;
    }
    const timer = setInterval(() => setAsked(indices), SHOW_MS);
    return () => clearInterval(timer);
  }, [key, quick]);

  useEffect(() => {
    let current = true;
    void Promise.all(
      asked.map(async (index): Promise<BatchPicture | null> => {
        const samples = await training.samples('train', index, 1);
        if (!samples || samples.count === 0) return null;
        return { index, label: samples.labels[0]!, pixels: samples.pixels.slice() };
      }),
    ).then((pictures) => {
      // Pictures that have not come yet are asked for again when more are there.
      if (current && available > 0) setShown(pictures.filter((picture) => picture !== null));
    });
    return () => {
      current = false;
    };
  }, [training, asked, available]);
  return shown;
}
