'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { MARK_COLOURS, type Mark } from '@/protocol/views';
import { GLYPH_PATHS, wrapIndex } from './glyphs';

/** A mark in words: “green triangle”. The pseudonym of a student whose name is hidden. */
export function useMarkName(): (mark: Mark) => string {
  const t = useTranslations('common');
  return useCallback(
    (mark: Mark) =>
      t('mark.name', {
        colour: t(`mark.colour${wrapIndex(mark.colour, MARK_COLOURS) + 1}` as 'mark.colour1'),
        glyph: t(`mark.glyph${wrapIndex(mark.glyph, GLYPH_PATHS.length) + 1}` as 'mark.glyph1'),
      }),
    [t],
  );
}
