'use client';

import type { PlotArea } from '@/client/charts/plot/plot-area';
import type { ClassBand, ClassLine } from './class-lines';
import type { MarkColours } from './mark-colours';
import { MarksCanvas } from './marks-canvas';
import { paintMark } from './paint-mark';

interface Props {
  lines: readonly ClassLine[];
  /** Where the middle of the class stands; empty: not drawn. */
  bands: readonly ClassBand[];
  area: PlotArea;
  width: number;
  height: number;
  /** CSS pixels of a line, and of the mark at its end. */
  weight: number;
  markSize: number;
  /** Ids of the lines that stand out; none: all alike. */
  outstanding: ReadonlySet<string>;
}

/** So many ends can still be told from each other. */
const MOST_MARKS = 100;

/** Everybody's line. */
export function CurvesCanvas(props: Props) {
  return (
    <MarksCanvas
      width={props.width}
      height={props.height}
      paint={(context, colours) => paint(context, colours, props)}
    />
  );
}

function paint(context: CanvasRenderingContext2D, colours: MarkColours, props: Props): void {
  const { lines, bands, area, weight, markSize, outstanding } = props;
  context.lineJoin = 'round';
  context.save();
  context.beginPath();
  context.rect(area.left, area.top - weight, area.right - area.left, area.bottom - area.top + 2 * weight);
  context.clip();
  for (const line of lines) {
    context.globalAlpha = strengthOf(line, outstanding, bands.length > 0);
    context.strokeStyle = colours.of(line.mark.colour);
    context.lineWidth = outstanding.has(line.id) ? weight * 2 : weight;
    context.beginPath();
    tracePath(context, line.x, line.y, area);
    context.stroke();
  }
  paintBands(context, colours, bands, area, weight);
  context.restore();
  if (lines.length <= MOST_MARKS)
    for (const line of lines) {
      const end = line.y.findLastIndex((value) => !Number.isNaN(value));
      if (end < 0) continue;
      context.globalAlpha = strengthOf(line, outstanding, false);
      const size = outstanding.has(line.id) ? markSize * 1.4 : markSize;
      paintMark(context, line.mark, colours, area.x(line.x[end]!), area.y(line.y[end]!), size);
    }
}

/** Who is away, and whom nobody looks at now, steps back. */
function strengthOf({ id, here }: ClassLine, outstanding: ReadonlySet<string>, behindBands: boolean): number {
  if (outstanding.size > 0) return outstanding.has(id) ? 1 : 0.2;
  return (here ? 0.9 : 0.4) * (behindBands ? 0.5 : 1);
}

function paintBands(
  context: CanvasRenderingContext2D,
  colours: MarkColours,
  bands: readonly ClassBand[],
  area: PlotArea,
  weight: number,
): void {
  if (bands.length === 0) return;
  const places = bands.map(({ x }) => x);
  context.fillStyle = colours.ink;
  context.strokeStyle = colours.ink;
  context.globalAlpha = 0.16;
  context.beginPath();
  bands.forEach(({ x, high }, index) => {
    if (index === 0) context.moveTo(area.x(x), area.y(high));
    else context.lineTo(area.x(x), area.y(high));
  });
  for (const { x, low } of [...bands].reverse()) context.lineTo(area.x(x), area.y(low));
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = weight * 2;
  context.beginPath();
  tracePath(
    context,
    places,
    bands.map(({ middle }) => middle),
    area,
  );
  context.stroke();
}

/** Lifts the pen where there is no number. */
function tracePath(
  context: CanvasRenderingContext2D,
  x: readonly number[],
  y: readonly number[],
  area: PlotArea,
): void {
  let down = false;
  x.forEach((place, index) => {
    const value = y[index]!;
    if (Number.isNaN(value)) down = false;
    else if (down) context.lineTo(area.x(place), area.y(value));
    else {
      context.moveTo(area.x(place), area.y(value));
      down = true;
    }
  });
}
