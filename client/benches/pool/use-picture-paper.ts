'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PadWords } from '@/client/benches/drawing/drawing-pad';

/** The words of a paper on which anything may be drawn. */
export function usePicturePaper(): PadWords {
  const t = useTranslations('pool.paper');
  return useMemo(
    () => ({
      paper: t('label'),
      drawHere: t('drawHere'),
      nowDrawn: (strokes) => t('nowDrawn', { strokes }),
    }),
    [t],
  );
}
