'use client';

import { useLayoutEffect, useRef } from 'react';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useMarkColours } from '@/client/everybody/mark-colours';
import { runMark } from '@/client/review/run-mark-of';
import type { ClassCurve } from '@/protocol/run-curves';

interface Props {
  curves: readonly ClassCurve[];
  area: PlotArea;
  width: number;
  height: number;
  /** The run that stands out. */
  pointed: string | null;
}

/** The curves of everybody, faint, in the colours of their runs. */
export function LinesCanvas({ curves, area, width, height, pointed }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const coloursNow = useMarkColours(canvas);
  // With the commit: a canvas of the old width would be stretched until the next one.
  useLayoutEffect(() => {
    const context = sharpContext(canvas, width, height, ratio);
    const colours = coloursNow();
    if (!context || !colours) return;
    context.clearRect(0, 0, width, height);
    for (const { runId, places } of curves) {
      context.globalAlpha = runId === pointed ? 1 : 0.3;
      context.lineWidth = runId === pointed ? 3 : 1;
      context.strokeStyle = colours.of(runMark(runId).colour);
      context.beginPath();
      for (const [step, accuracy] of places) context.lineTo(area.x(step), area.y(accuracy));
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
