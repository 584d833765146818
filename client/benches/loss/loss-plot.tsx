'use client';

import { useId } from 'react';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { curvePath, type PlotArea, placeX, placeY, tangent, valueX } from '@/client/charts/plot-shape';
import { followPointer } from '@/client/charts/svg-drag';
import { useElementWidth } from '@/client/charts/use-element-width';

export interface LossCurve {
  id: string;
  name: string;
  colour: string;
  dash?: string;
  of(x: number): number;
  slope(x: number): number;
  /** Where its name stands. */
  nameAt: { x: number; anchor: 'start' | 'end'; down: number };
}

interface Props {
  title: string;
  axis: string;
  /** What it shows now, in words. */
  label: string;
  rangeX: readonly [number, number];
  rangeY: readonly [number, number];
  ticksX: readonly number[];
  ticksY: readonly number[];
  curves: readonly LossCurve[];
  x: number;
  onDrag(x: number): void;
  /** A cancelled drag: what was before the finger came is to be again. */
  onUndo(): void;
  held: boolean;
}

/** The picture's width until it is measured; then its units are CSS pixels, so that words keep their size. */
const USUAL_WIDTH = 440;
const HEIGHT = 290;

/** Losses over one axis, with their tangents at the chosen place, which follows the finger. */
export function LossPlot(props: Props) {
  const { title, axis, label, rangeX, rangeY, ticksX, ticksY, curves, x, onDrag, onUndo, held } = props;
  const clip = useId();
  const [ref, measured] = useElementWidth<HTMLElement>();
  const width = measured || USUAL_WIDTH;
  const area: PlotArea = { left: 26, right: width - 10, top: 8, bottom: HEIGHT - 40, x: rangeX, y: rangeY };
  const at = placeX(area, x);
  return (
    <figure ref={ref} className="m-0 min-w-0">
      <figcaption className="mb-1 text-sm font-semibold">{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
        className={`block w-full select-none ${held ? '' : 'cursor-ew-resize'}`}
        style={{ touchAction: 'pan-y' }}
        onPointerDown={
          held
            ? undefined
            : (event) =>
                followPointer(event, {
                  atOnce: true,
                  onMove: (place) => onDrag(valueX(area, place.x)),
                  onUndo,
                })
        }
      >
        <clipPath id={clip}>
          <rect x={area.left} y={area.top} width={area.right - area.left} height={area.bottom - area.top} />
        </clipPath>
        <rect
          x={area.left}
          y={area.top}
          width={area.right - area.left}
          height={area.bottom - area.top}
          fill="var(--surface-raised)"
          stroke="var(--line-strong)"
        />
        <g stroke="var(--line)">
          {ticksX.map((value) => (
            <path key={value} d={`M${placeX(area, value)} ${area.top}V${area.bottom}`} />
          ))}
          {ticksY.map((value) => (
            <path key={value} d={`M${area.left} ${placeY(area, value)}H${area.right}`} />
          ))}
        </g>
        <g fontSize="13" fill="var(--ink-soft)" className="tabular">
          {ticksX.map((value) => (
            <text key={value} x={placeX(area, value)} y={area.bottom + 17} textAnchor="middle">
              {writeFixed(value, Number.isInteger(value) ? 0 : 2)}
            </text>
          ))}
          {ticksY.map((value) => (
            <text key={value} x={area.left - 7} y={placeY(area, value) + 4} textAnchor="end">
              {value}
            </text>
          ))}
          <text x={(area.left + area.right) / 2} y={HEIGHT - 3} textAnchor="middle" fontWeight="600">
            {axis}
          </text>
        </g>
        <path d={`M${at} ${area.top}V${area.bottom}`} stroke="var(--ink)" strokeDasharray="2 4" />
        <g clipPath={`url(#${clip})`} fill="none" strokeLinecap="round">
          {curves.map((curve) => (
            <path
              key={curve.id}
              d={curvePath(area, curve.of)}
              stroke={curve.colour}
              strokeWidth="2.5"
              strokeDasharray={curve.dash}
            />
          ))}
          {curves.map((curve) => {
            const [x1, y1, x2, y2] = tangent(area, x, curve.of(x), curve.slope(x), 150);
            return (
              <path
                key={curve.id}
                d={`M${x1} ${y1}L${x2} ${y2}`}
                stroke="var(--ink)"
                strokeWidth="1.5"
                opacity="0.8"
              />
            );
          })}
        </g>
        {curves.map((curve) => {
          const y = placeY(area, curve.of(x));
          return (
            y > area.top - 1 && (
              <circle
                key={curve.id}
                cx={at}
                cy={y}
                r="6.5"
                fill={curve.colour}
                stroke="var(--surface-raised)"
                strokeWidth="2"
              />
            )
          );
        })}
        {curves.map(({ id, name, colour, of, nameAt }) => (
          <text
            key={id}
            x={placeX(area, nameAt.x)}
            y={placeY(area, of(nameAt.x)) + nameAt.down}
            textAnchor={nameAt.anchor}
            fontSize="13.5"
            fontWeight="700"
            fill={colour}
            stroke="var(--surface-raised)"
            strokeWidth="4"
            paintOrder="stroke"
          >
            {name}
          </text>
        ))}
        <path
          d={`M${at} ${area.bottom - 7}l8 13h-16z`}
          fill="var(--accent)"
          stroke="var(--surface-raised)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
    </figure>
  );
}
