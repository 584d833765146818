import type { PlotArea } from './plot-area';

interface InArea {
  area: PlotArea;
}

/** The paper under a picture, with a frame around it. */
export function PlotPaper({ area, framed = false }: InArea & { framed?: boolean }) {
  const { left, right, top, bottom } = area;
  return (
    <rect
      x={left}
      y={top}
      width={right - left}
      height={bottom - top}
      fill="var(--surface-raised)"
      stroke={framed ? 'var(--line-strong)' : undefined}
    />
  );
}

/** The two axes themselves. */
export function Axes({ area: { left, right, top, bottom } }: InArea) {
  return <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" stroke="var(--line-strong)" />;
}

/** Faint lines at values of one axis, or of both. */
export function Grid({ area, x = [], y = [] }: InArea & { x?: readonly number[]; y?: readonly number[] }) {
  return (
    <g stroke="var(--line)">
      {x.map((value) => (
        <path key={value} d={`M${area.x(value)} ${area.top}V${area.bottom}`} />
      ))}
      {y.map((value) => (
        <path key={value} d={`M${area.left} ${area.y(value)}H${area.right}`} />
      ))}
    </g>
  );
}

interface TicksProps extends InArea {
  at: readonly number[];
  write(value: number): string | number;
  /** CSS pixels of the writing. */
  font?: number;
}

/** Values under the x axis; `ends` keeps the outermost ones within the picture. */
export function TicksX({ area, at, write, font = 13, ends = false }: TicksProps & { ends?: boolean }) {
  const anchor = (i: number) =>
    !ends ? 'middle' : i === 0 ? 'start' : i === at.length - 1 ? 'end' : 'middle';
  return (
    <g fontSize={font} fill="var(--ink-soft)">
      {at.map((value, i) => (
        <text key={value} x={area.x(value)} y={area.bottom + 4 + font} textAnchor={anchor(i)}>
          {write(value)}
        </text>
      ))}
    </g>
  );
}

/** Values beside the y axis. */
export function TicksY({ area, at, write, font = 13 }: TicksProps) {
  return (
    <g fontSize={font} fill="var(--ink-soft)">
      {at.map((value) => (
        <text key={value} x={area.left - 7} y={area.y(value) + font * 0.35} textAnchor="end">
          {write(value)}
        </text>
      ))}
    </g>
  );
}

/** What the x axis stands for, below its values. */
export function AxisName({ area, name, font = 13 }: InArea & { name: string; font?: number }) {
  return (
    <text
      x={(area.left + area.right) / 2}
      y={area.bottom + 11 + font * 2}
      textAnchor="middle"
      fontSize={font}
      fontWeight="600"
      fill="var(--ink-soft)"
    >
      {name}
    </text>
  );
}
