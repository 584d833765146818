'use client';

import { memo } from 'react';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import type { MarkColours } from '@/client/everybody/mark-colours';
import { MarksCanvas } from '@/client/everybody/marks-canvas';
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
  return (
    <MarksCanvas
      width={props.width}
      height={props.height}
      paint={(context, colours) => paint(context, colours, props)}
    />
  );
});

function paint(context: CanvasRenderingContext2D, colours: MarkColours, props: Props): void {
  const { lines, area, weight, strength } = props;
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
}
