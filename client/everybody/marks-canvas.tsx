'use client';

import { useLayoutEffect, useRef } from 'react';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { type MarkColours, useMarkColours } from './mark-colours';

interface Props {
  /** CSS pixels. */
  width: number;
  height: number;
  /** Onto a clear canvas whose unit is the CSS pixel. What it sets of the context, but for a path, is gone after it. */
  paint(context: CanvasRenderingContext2D, colours: MarkColours): void;
}

/** What many people or runs look like in one layer, over what it stands in: hundreds of paths would be hundreds of elements. */
export function MarksCanvas({ width, height, paint }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const coloursNow = useMarkColours(canvas);
  // With each commit, so that it is drawn when something of it has changed; and before it is seen, or it would be stretched until then.
  useLayoutEffect(() => {
    const context = sharpContext(canvas, width, height, ratio);
    const colours = coloursNow();
    if (!context || !colours) return;
    context.save();
    context.clearRect(0, 0, width, height);
    paint(context, colours);
    context.restore();
  });
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <canvas ref={canvas} className="size-full" />
    </div>
  );
}
