import { memo } from 'react';
import type { Dataset } from '@/protocol/datasets';
import type { CurvePoint } from '@/protocol/telemetry';
import { shapeSparkline } from './sparkline-shape';

export interface LiveSparklineProps {
  /** Oldest first. A new array draws again; the same one does not. */
  curve: readonly CurvePoint[];
  /** That of the data set. */
  chance: Dataset['chance'];
  /** CSS pixels; they are reserved from the start. */
  width: number;
  height: number;
  /** What it shows now, in words. */
  label: string;
}

const INSET = 4;

/** The `d` of a path: tenths of a pixel are all that can be seen. */
function pathOf(vertices: readonly number[]): string {
  let path = '';
  let down = false;
  for (let i = 0; i < vertices.length; i += 2) {
    const x = vertices[i]!;
    const y = vertices[i + 1]!;
    if (Number.isNaN(x)) down = false;
    else {
      path += `${down ? 'L' : 'M'}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
      down = true;
    }
  }
  return path;
}

/**
 * A small live curve of loss and accuracy, cheap enough for hundreds on one screen: a path, not a canvas, so that all of them are painted
 * in the page's own layer, in the theme's colours, and move with their cards. Accuracy: blue, full; loss: orange, thinner and dashed, so
 * that colour alone does not tell them apart.
 */
export const LiveSparkline = memo(function LiveSparkline({
  curve,
  chance,
  width,
  height,
  label,
}: LiveSparklineProps) {
  const { loss, accuracy, end, chanceY } = shapeSparkline(curve, width, height, INSET, chance);
  return (
    <svg role="img" aria-label={label} width={width} height={height} fill="none" className="block">
      <path
        d={`M${INSET} ${chanceY}H${width - INSET}`}
        stroke="var(--line-strong)"
        strokeOpacity={0.5}
        strokeDasharray="1 4"
      />
      <path d={pathOf(loss)} stroke="var(--negative)" strokeWidth={1.25} strokeDasharray="4 2.5" />
      <path d={pathOf(accuracy)} stroke="var(--positive)" strokeWidth={1.75} strokeLinejoin="round" />
      {end && <circle cx={end.x} cy={end.y} r={2.75} fill="var(--positive)" />}
    </svg>
  );
});
