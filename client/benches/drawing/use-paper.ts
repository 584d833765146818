'use client';

import { useCallback, useMemo } from 'react';
import type { OpenPlace } from '@/client/benches/frame/use-laid';
import { useSavedState } from '@/client/ui/coming-back';
import { fromStrokes } from '@/engine/digits/from-strokes';
import type { Layout } from '@/protocol/datasets';
import { clearDrawing, type Drawing, EMPTY_DRAWING, layPicture } from './drawing';
import { useOpenDrawing } from './use-open-drawing';

/** A sheet of paper and the picture that comes of it. */
export interface Paper {
  drawing: Drawing;
  change(change: (drawing: Drawing) => Drawing): void;
  /** Bytes of one picture, scaled and centred; null while nothing is drawn. A laid picture with nothing drawn on it stays as it is. */
  pixels: Uint8Array<ArrayBuffer> | null;
  clear(): void;
}

/**
 * @param layout how a drawing is laid into its picture, where not like a digit
 * @param saved tells the paper apart on its page
 */
export function usePaper(looks: OpenPlace, layout?: Layout, saved = 'drawing:pool'): Paper {
  const [own, setDrawing] = useSavedState(saved, EMPTY_DRAWING);
  const { base, strokes } = own;
  const ownPixels = useMemo(() => {
    const picture = fromStrokes(base, strokes, layout);
    return picture.some((pixel) => pixel > 0) ? picture : null;
  }, [base, strokes, layout]);
  const pixels = useOpenDrawing(looks, ownPixels, (wanted) =>
    setDrawing((before) => (wanted ? layPicture(before, wanted) : clearDrawing(before))),
  );
  const clear = useCallback(() => setDrawing(clearDrawing), [setDrawing]);
  const drawing = looks.shown ? { ...EMPTY_DRAWING, base: pixels } : own;
  return { drawing, change: setDrawing, pixels, clear };
}
