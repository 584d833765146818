'use client';

import { memo, useLayoutEffect, useRef } from 'react';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useMarkColours } from '@/client/everybody/mark-colours';
import type { Mark } from '@/protocol/views';

interface CanvasLine {
  id: string;
  mark: Mark;
  /** Along the axis; what is no number lifts the pen. */
  points: readonly (readonly [x: number, y: number])[];
}

interface Props {
  /** The same ones until they change: only then they are drawn again. */
  lines: readonly CanvasLine[];
  /** As for the lines. */
  area: PlotArea;
  width: number;
  height: number;
  /** CSS pixels. */
  weight: number;
  /** From 0 to 1: faint lines that lie over each other show where many are. */
  strength: number;
}

/** Many lines in the colours of their runs, cut off where the area ends: as paths of a picture each change of one would paint all of them anew. */
export const LinesCanvas = memo(function LinesCanvas(props: Props) {
  const { lines, area, width, height, weight, strength } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const coloursNow = useMarkColours(canvas);
  // With the commit: a canvas of the old width would be stretched until the next one.
  useLayoutEffect(() => {
    const context = sharpContext(canvas, width, height, ratio);
    const colours = coloursNow();
    if (!context || !colours) return;
    context.clearRect(0, 0, width, height);
    context.save();
    context.beginPath();
    context.rect(
      area.left - weight,
      area.top - weight,
      area.right - area.left + 2 * weight,
      area.bottom - area.top + 2 * weight,
    );
    context.clip();
    context.globalAlpha = strength;
    context.lineWidth = weight;
    for (const { mark, points } of lines) {
      context.strokeStyle = colours.of(mark.colour);
      context.beginPath();
      let pen = false;
      for (const [x, y] of points) {
        const place = area.y(y);
        if (!Number.isFinite(place)) pen = false;
        else if (pen) context.lineTo(area.x(x), place);
        else {
          context.moveTo(area.x(x), place);
          pen = true;
        }
      }
      context.stroke();
    }
    context.restore();
  });
  return <canvas ref={canvas} className="size-full" />;
});
