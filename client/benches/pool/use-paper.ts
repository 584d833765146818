'use client';

import { useCallback, useState } from 'react';
import { clearDrawing, type Drawing, EMPTY_DRAWING } from '@/client/benches/drawing/drawing';
import { fromDrawing, inkOfCanvas } from '@/engine/digits/from-drawing';

/** A sheet of paper and the picture that comes of it. */
export interface Paper {
  drawing: Drawing;
  change(change: (drawing: Drawing) => Drawing): void;
  takeInk(rgba: Uint8ClampedArray, size: number): void;
  /** 784 bytes, scaled and centred; null while nothing is drawn. A laid picture with nothing drawn on it stays as it is. */
  pixels: Uint8Array<ArrayBuffer> | null;
  clear(): void;
}

export function usePaper(): Paper {
  const [drawing, setDrawing] = useState(EMPTY_DRAWING);
  const [inked, setInked] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const takeInk = useCallback((rgba: Uint8ClampedArray, size: number) => {
    const picture = Uint8Array.from(fromDrawing(inkOfCanvas(rgba), size, size));
    setInked(picture.some((pixel) => pixel > 0) ? picture : null);
  }, []);
  const clear = useCallback(() => setDrawing(clearDrawing), []);
  const laid = drawing.base !== null && drawing.strokes.length === 0 ? Uint8Array.from(drawing.base) : null;
  return { drawing, change: setDrawing, takeInk, pixels: laid ?? inked, clear };
}
