import type { Bit } from '@/engine/perceptron/perceptron';

export interface PointMarkProps {
  x: number;
  y: number;
  r?: number | undefined;
  /** What the mark stands for: 1 is a full blue disc, 0 an empty orange ring. */
  bit: Bit;
  /** The answer there is wrong. */
  wrong?: boolean | undefined;
  selected?: boolean | undefined;
  /** Written in the disc. */
  label?: string | undefined;
}

/** One row of a table as a point of a picture: told by shape as well as by colour. */
export function PointMark({ x, y, r = 11, bit, wrong = false, selected = false, label }: PointMarkProps) {
  const colour = bit === 1 ? 'var(--positive)' : 'var(--negative)';
  return (
    <g>
      {selected && <circle cx={x} cy={y} r={r + 5} fill="none" stroke="var(--ink)" strokeWidth="2" />}
      <circle
        cx={x}
        cy={y}
        r={r}
        fill={bit === 1 ? colour : 'var(--surface-raised)'}
        stroke={colour}
        strokeWidth={r > 8 ? 3 : 2.5}
      />
      {label !== undefined && (
        <text
          x={x}
          y={y + r * 0.36}
          textAnchor="middle"
          fontSize={r * (label.length > 3 ? 0.66 : label.length > 2 ? 0.86 : 1.05)}
          fontWeight="700"
          fill={bit === 1 ? 'var(--surface-raised)' : 'var(--ink)'}
          className="tabular pointer-events-none"
        >
          {label}
        </text>
      )}
      {wrong && (
        <g transform={`translate(${x + r * 0.85} ${y - r * 0.85})`} className="pointer-events-none">
          <circle r="7" fill="var(--danger)" stroke="var(--surface-raised)" strokeWidth="1.5" />
          <path
            d="M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6"
            stroke="var(--on-danger)"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </g>
      )}
    </g>
  );
}
