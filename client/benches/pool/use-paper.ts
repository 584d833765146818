'use client';

import { useCallback, useMemo } from 'react';
import { clearDrawing, type Drawing, EMPTY_DRAWING, layPicture } from '@/client/benches/drawing/drawing';
import { useOpenDrawing } from '@/client/benches/drawing/use-open-drawing';
import type { OpenPlace } from '@/client/benches/frame/use-laid';
import { useSavedState } from '@/client/ui/coming-back';
import { fromStrokes } from '@/engine/digits/from-strokes';
import type { Layout } from '@/protocol/datasets';

/** A sheet of paper and the picture that comes of it. */
export interface Paper {
  drawing: Drawing;
  change(change: (drawing: Drawing) => Drawing): void;
  /** Bytes of one picture, scaled and centred; null while nothing is drawn. A laid picture with nothing drawn on it stays as it is. */
  pixels: Uint8Array<ArrayBuffer> | null;
  clear(): void;
}

/** @param layout how a drawing is laid into its picture, where not like a digit */
export function usePaper(looks: OpenPlace, layout?: Layout): Paper {
  const [own, setDrawing] = useSavedState('drawing:pool', EMPTY_DRAWING);
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
