'use client';

import type { MapPlace, MapPoint } from './map-points';
import type { MarkColours } from './mark-colours';
import { MarksCanvas } from './marks-canvas';
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
  return (
    <MarksCanvas
      width={props.width}
      height={props.height}
      paint={(context, colours) => paint(context, colours, props)}
    />
  );
}

function paint(context: CanvasRenderingContext2D, colours: MarkColours, props: Props): void {
  const { points, trails, weight, markSize, chosen } = props;
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
}
