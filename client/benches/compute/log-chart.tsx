'use client';

import { useElementWidth } from '@/client/charts/use-element-width';
import type { Elements } from '@/client/ui/elements';
import { decadesOf, type LogScale, placeOf } from './log-scale';

/** Where things stand on a chart, in CSS pixels. */
export interface ChartArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** A size's place: sizes are columns, evenly apart. */
  x(index: number): number;
  y(value: number): number;
}

interface Props {
  title: string;
  /** What it shows now, in words. */
  label: string;
  sizes: readonly number[];
  xName: string;
  y: readonly [from: number, to: number];
  writeY(value: number): string;
  /** Levels to compare with. */
  levels?: readonly { value: number; name: string | null; strong?: boolean }[];
  height: number;
  /** Room at the right for the lines' names. */
  margin?: number;
  /** CSS pixels of the writing. */
  font?: number;
  children(area: ChartArea): Elements;
}

/** The frame of a picture with logarithmic axes: its own pixels, so that the writing is never squeezed. */
export function LogChart(props: Props) {
  const {
    title,
    label,
    sizes,
    xName,
    y,
    writeY,
    levels = [],
    height,
    margin = 14,
    font = 13,
    children,
  } = props;
  const [box, width] = useElementWidth<HTMLDivElement>();
  const left = font * 4.4;
  const area = { left, right: Math.max(left + 40, width - margin), top: font, bottom: height - font * 3.4 };
  const scale: LogScale = { from: y[0], to: y[1], start: area.bottom, end: area.top };
  const inset = font;
  const places: ChartArea = {
    ...area,
    x: (index) =>
      area.left + inset + (index / Math.max(1, sizes.length - 1)) * (area.right - area.left - 2 * inset),
    y: (value) => placeOf(scale, value),
  };
  const decades = decadesOf(scale);
  const every = Math.ceil(decades.length / 7);
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-1 font-semibold" style={{ fontSize: font + 1 }}>
        {title}
      </figcaption>
      <div ref={box} style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={label} className="block">
            <rect
              x={area.left}
              y={area.top}
              width={area.right - area.left}
              height={area.bottom - area.top}
              fill="var(--surface-raised)"
            />
            <g stroke="var(--line)">
              {decades.map((value) => (
                <path key={value} d={`M${area.left} ${places.y(value)}H${area.right}`} />
              ))}
              {sizes.map((size, index) => (
                <path key={size} d={`M${places.x(index)} ${area.bottom}v5`} stroke="var(--line-strong)" />
              ))}
            </g>
            <path
              d={`M${area.left} ${area.top}V${area.bottom}H${area.right}`}
              fill="none"
              stroke="var(--line-strong)"
            />
            <g fontSize={font} fill="var(--ink-soft)" className="tabular">
              {decades.map(
                (value, i) =>
                  i % every === 0 && (
                    <text key={value} x={area.left - 7} y={places.y(value) + font * 0.35} textAnchor="end">
                      {writeY(value)}
                    </text>
                  ),
              )}
              {sizes.map((size, index) => (
                <text key={size} x={places.x(index)} y={area.bottom + 6 + font} textAnchor="middle">
                  {size}
                </text>
              ))}
              <text
                x={(area.left + area.right) / 2}
                y={height - font * 0.45}
                textAnchor="middle"
                fontWeight="600"
              >
                {xName}
              </text>
            </g>
            {levels.map(({ value, name, strong }) => (
              <g key={value}>
                <path
                  d={`M${area.left} ${places.y(value)}H${area.right}`}
                  stroke={strong ? 'var(--accent)' : 'var(--ink-soft)'}
                  strokeWidth={strong ? 2 : 1.5}
                  strokeDasharray={strong ? '9 4' : undefined}
                />
                <text
                  x={area.left + 6}
                  y={places.y(value) - 5}
                  fontSize={font}
                  fontWeight={strong ? 700 : 400}
                  fill={strong ? 'var(--accent)' : 'var(--ink-soft)'}
                  stroke="var(--surface-raised)"
                  strokeWidth="4"
                  paintOrder="stroke"
                >
                  {name}
                </text>
              </g>
            ))}
            {children(places)}
          </svg>
        )}
      </div>
    </figure>
  );
}
