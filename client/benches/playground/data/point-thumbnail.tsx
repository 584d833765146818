'use client';

import { useEffect, useRef } from 'react';
import { paintPoints } from '@/client/benches/playground/surface/paint-points';
import { readPalette } from '@/client/benches/playground/surface/palette';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import type { PointSet } from '@/engine/points/point-set';

const SIDE = 48;

/** A point set as a small picture; whoever shows it names it. */
export function PointThumbnail({ points }: { points: PointSet }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page.
  useEffect(() => {
    const context = sharpContext(canvas, SIDE, SIDE, ratio);
    if (!context) return;
    context.clearRect(0, 0, SIDE, SIDE);
    paintPoints(context, points, SIDE, 1.5, readPalette(context.canvas), 'none');
  }, [points, ratio, theme]);
  return <canvas ref={canvas} className="pointer-events-none block aspect-square w-full" />;
}
