'use client';

import { useLayoutEffect, useRef } from 'react';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useMarkColours } from '@/client/everybody/mark-colours';
import { runMark } from '@/client/review/run-mark-of';
import { GLYPH_PATHS, wrapIndex } from '@/client/ui/glyphs';
import type { ScatterPoint } from './scatter-points';

interface Props {
  points: readonly ScatterPoint[];
  /** Ids of those that stand out; the others are faint. */
  within: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  pointed: string | null;
  width: number;
  height: number;
}

/** The runs as their signs. */
export function ScatterCanvas({ points, within, chosen, pointed, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const coloursNow = useMarkColours(canvas);
  // With the commit: a canvas of the old width would be stretched until the next one.
  useLayoutEffect(() => {
    const context = sharpContext(canvas, width, height, ratio);
    const colours = coloursNow();
    if (!context || !colours) return;
    context.clearRect(0, 0, width, height);
    const size = points.length > 400 ? 9 : 13;
    for (const { run, x, y } of points) {
      const { colour, glyph } = runMark(run.id);
      const isChosen = chosen.has(run.id);
      context.globalAlpha = within.has(run.id) || isChosen ? 0.9 : 0.12;
      context.fillStyle = colours.of(colour);
      context.save();
      context.translate(x - size / 2, y - size / 2);
      // The glyph's own box is 24 wide, most of which its shape leaves free.
      context.scale(size / 15, size / 15);
      context.translate(-4.5, -4.5);
      context.fill(new Path2D(GLYPH_PATHS[wrapIndex(glyph, GLYPH_PATHS.length)]), 'evenodd');
      context.restore();
      if (!isChosen && run.id !== pointed) continue;
      context.globalAlpha = 1;
      context.strokeStyle = colours.ink;
      context.lineWidth = run.id === pointed ? 2.5 : 1.5;
      context.beginPath();
      context.arc(x, y, size / 2 + 4, 0, 2 * Math.PI);
      context.stroke();
    }
    context.globalAlpha = 1;
  });
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <canvas ref={canvas} className="size-full" />
    </div>
  );
}
