'use client';

import { cutText } from '@/client/charts/cut-text';
import { isNumberField } from '@/client/review/runs/run-fields';
import { insetPlace } from './scatter-points';
import type { NamedAxis } from './use-field-axes';

interface Props {
  x: NamedAxis;
  y: NamedAxis;
  area: { left: number; right: number; top: number; bottom: number };
  width: number;
  height: number;
  /** The box that is being drawn around points. */
  drag: { from: { x: number; y: number }; to: { x: number; y: number } } | null;
}

const MOST_TICKS = 8;

/** The paper of a scatter, with its two axes and their values. */
export function ScatterAxes({ x, y, area, width, height, drag }: Props) {
  const { left, right, top, bottom } = area;
  const some = (axis: NamedAxis, most: number) =>
    axis.ticks.filter((_, index) => index % Math.ceil(axis.ticks.length / most) === 0);
  const atX = (place: number) => left + insetPlace(place, !isNumberField(x.id)) * (right - left);
  const atY = (place: number) => bottom - insetPlace(place, !isNumberField(y.id)) * (bottom - top);
  const wide = Math.max(2, Math.min(MOST_TICKS, Math.floor((right - left) / 90)));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className="tabular absolute inset-0"
    >
      <rect x={left} y={top} width={right - left} height={bottom - top} fill="var(--surface-raised)" />
      <g stroke="var(--line)">
        {x.ticks.map(({ place }) => (
          <path key={place} d={`M${atX(place)} ${top}V${bottom}`} />
        ))}
        {y.ticks.map(({ place }) => (
          <path key={place} d={`M${left} ${atY(place)}H${right}`} />
        ))}
      </g>
      <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" stroke="var(--line-strong)" />
      <g fontSize="12.5" fill="var(--ink-soft)">
        {some(x, wide).map(({ value, place }) => (
          <text key={value} x={atX(place)} y={bottom + 17} textAnchor="middle">
            {cutText(x.write(value), 14)}
          </text>
        ))}
        {some(y, MOST_TICKS).map(({ value, place }) => (
          <text key={value} x={left - 7} y={atY(place) + 4} textAnchor="end">
            {cutText(y.write(value), 11)}
          </text>
        ))}
        <text x={(left + right) / 2} y={bottom + 38} textAnchor="middle" fontWeight="600" fontSize="13">
          {x.name}
        </text>
      </g>
      {drag && (
        <rect
          x={Math.min(drag.from.x, drag.to.x)}
          y={Math.min(drag.from.y, drag.to.y)}
          width={Math.abs(drag.to.x - drag.from.x)}
          height={Math.abs(drag.to.y - drag.from.y)}
          fill="var(--accent)"
          fillOpacity="0.12"
          stroke="var(--accent)"
        />
      )}
    </svg>
  );
}
