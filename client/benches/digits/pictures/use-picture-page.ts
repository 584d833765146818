'use client';

import { useEffect, useMemo, useState } from 'react';
import type { BenchTraining } from '@/client/training/training';
import type { DatasetPart } from '@/protocol/datasets';
import { type PicturePage, PictureSource } from './picture-source';

/**
 * One page of pictures. Null while it is on its way; asks again as more pictures have come.
 * @param available pictures of the training part that are loaded so far
 */
export function usePicturePage(
  training: BenchTraining,
  part: DatasetPart,
  label: number | null,
  page: number,
  size: number,
  available: number,
): PicturePage | null {
  const source = useMemo(
    () => new PictureSource((which, start, count) => training.samples(which, start, count)),
    [training],
  );
  const [result, setResult] = useState<{ page: PicturePage } | null>(null);
  useEffect(() => {
    if (available === 0) return;
    let stale = false;
    source.page(part, label, page, size).then(
      (found) => !stale && setResult({ page: found }),
      () => !stale && setResult({ page: { pictures: [], more: false } }),
    );
    return () => {
      stale = true;
    };
  }, [source, part, label, page, size, available]);
  // The page before stays until the new one is there: a flash of empty places would be worse than a moment's delay.
  return result?.page ?? null;
}
