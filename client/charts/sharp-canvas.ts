'use client';

import { type RefObject, useEffect, useState } from 'react';
import { mediaQuery } from '@/client/ui/media';

/** Device pixels for each CSS pixel, followed when the page is zoomed or moved to another screen. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(() => (typeof window === 'undefined' ? 1 : window.devicePixelRatio));
  useEffect(() => {
    const query = mediaQuery(`(resolution: ${ratio}dppx)`);
    const changed = () => setRatio(window.devicePixelRatio);
    query?.addEventListener('change', changed);
    return () => query?.removeEventListener('change', changed);
  }, [ratio]);
  return ratio;
}

/** A canvas's context with CSS pixels as its unit, its store in device pixels; null while there is no canvas. */
export function sharpContext(
  canvas: RefObject<HTMLCanvasElement | null>,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D | null {
  const element = canvas.current;
  const context = element?.getContext('2d');
  if (!element || !context || width <= 0 || height <= 0) return null;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (element.width !== wide || element.height !== high) {
    element.width = wide;
    element.height = high;
  }
  context.setTransform(wide / width, 0, 0, high / height, 0, 0);
  return context;
}
