'use client';

import { useEffect, useRef } from 'react';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import type { MapPlace, MapPoint } from './map-points';
import { type MarkColours, useMarkColours } from './mark-colours';
import { paintMark } from './paint-mark';

interface Props {
  /** At their places in the picture, CSS pixels. */
  points: readonly MapPoint[];
  /** By point. */
  trails: readonly (readonly MapPlace[])[];
  width: number;
  height: number;
  weight: number;
  /** Null: the marks stand over the canvas. */
  markSize: number | null;
  chosen: ReadonlySet<string>;
}

/** The trails of the map, and on a wall its marks, in one layer. */
export function MapCanvas(props: Props) {
  const { width, height } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const coloursNow = useMarkColours(canvas);
  // Without dependencies: it is drawn anew only when something of it has changed.
  useEffect(() => {
    const context = sharpContext(canvas, width, height, ratio);
    const colours = coloursNow();
    if (context && colours) paint(context, colours, props);
  });
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <canvas ref={canvas} className="size-full" />
    </div>
  );
}

function paint(context: CanvasRenderingContext2D, colours: MarkColours, props: Props): void {
  const { points, trails, width, height, weight, markSize, chosen } = props;
  context.clearRect(0, 0, width, height);
  points.forEach((point, index) => {
    const trail = [...trails[index]!, point];
    context.strokeStyle = colours.of(point.mark.colour);
    const strength = chosen.size === 0 || chosen.has(point.id) ? 0.7 : 0.15;
    // Fainter the longer ago.
    for (let i = 1; i < trail.length; i += 1) {
      context.globalAlpha = (strength * i) / (trail.length - 1);
      context.lineWidth = weight * (0.6 + (0.9 * i) / trail.length);
      context.beginPath();
      context.moveTo(trail[i - 1]!.x, trail[i - 1]!.y);
      context.lineTo(trail[i]!.x, trail[i]!.y);
      context.stroke();
    }
  });
  if (markSize !== null)
    for (const { mark, here, x, y } of points) {
      context.globalAlpha = here ? 1 : 0.45;
      paintMark(context, mark, colours, x, y, markSize);
    }
  context.globalAlpha = 1;
}
