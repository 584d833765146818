'use client';

import type { MarkColours } from '@/client/everybody/mark-colours';
import { MarksCanvas } from '@/client/everybody/marks-canvas';
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
export function ScatterCanvas(props: Props) {
  return (
    <MarksCanvas
      width={props.width}
      height={props.height}
      paint={(context, colours) => paint(context, colours, props)}
    />
  );
}

function paint(context: CanvasRenderingContext2D, colours: MarkColours, props: Props): void {
  const { points, within, chosen, pointed } = props;
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
}
