'use client';

import type { MarkColours } from '@/client/everybody/mark-colours';
import { MarksCanvas } from '@/client/everybody/marks-canvas';
import { runMark } from '@/client/review/run-mark-of';

interface ParallelLine {
  id: string;
  /** By axis, CSS pixels from the top; null: not known. */
  heights: readonly (number | null)[];
  within: boolean;
}

interface Props {
  lines: readonly ParallelLine[];
  /** CSS pixels from the left, by axis. */
  across: readonly number[];
  /** The run that is pointed at. */
  pointed: string | null;
  width: number;
  height: number;
}

/** The runs as lines from axis to axis; those outside the brush are faint. */
export function ParallelCanvas(props: Props) {
  return (
    <MarksCanvas
      width={props.width}
      height={props.height}
      paint={(context, colours) => paint(context, colours, props)}
    />
  );
}

function paint(context: CanvasRenderingContext2D, colours: MarkColours, props: Props): void {
  const { lines, across, pointed } = props;
  const strong = lines.filter(({ within }) => within);
  for (const [some, alpha, thick] of [
    [lines.filter(({ within }) => !within), 0.07, 1.25],
    // The more there are, the fainter each: so that where many go together shows.
    [strong, Math.max(0.25, Math.min(0.9, 40 / Math.max(1, strong.length))), 1.25],
    [strong.filter(({ id }) => id === pointed), 1, 4],
  ] as const) {
    context.lineWidth = thick;
    context.globalAlpha = alpha;
    for (const { id, heights } of some) {
      context.strokeStyle = colours.of(runMark(id).colour);
      context.beginPath();
      let pen = false;
      for (const [index, y] of heights.entries()) {
        if (y !== null && pen) context.lineTo(across[index]!, y);
        else if (y !== null) context.moveTo(across[index]!, y);
        pen = y !== null;
      }
      context.stroke();
    }
  }
}
