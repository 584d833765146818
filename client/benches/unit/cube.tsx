import { numbered } from '@/client/benches/numbers/number-text';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { CORNERS, cutOf, EDGES, project } from './cube-cut';
import { PointMark } from './point-mark';
import type { SumRow } from './sum-line';

interface Props {
  /** Three weights; for four inputs the fourth's share is taken off θ. */
  perceptron: Perceptron;
  levels: readonly [off: number, on: number];
  rows: readonly SumRow[];
  selected: number | null;
  onSelect(row: number): void;
  label: string;
  /** Under the picture, such as x₄ = 1. */
  caption?: string | undefined;
}

const UNIT = 150;
const LEFT = 34;
const FLOOR = 222;
const SIZE = { width: 300, height: 254 };

/** All rows of three inputs as the corners of a cube, and the plane that cuts it. */
export function Cube({ perceptron, levels, rows, selected, onSelect, label, caption }: Props) {
  const paper = (place: { x: number; y: number }) => ({
    x: LEFT + place.x * UNIT,
    y: FLOOR - place.y * UNIT,
  });
  const corners = CORNERS.map((corner) => paper(project(corner)));
  const cut = cutOf(perceptron, levels).map(paper);
  // From the back, so that what is nearer lies on top.
  const order = CORNERS.map((_, i) => i).sort((a, b) => CORNERS[b]![2] - CORNERS[a]![2]);
  return (
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={label}
      className="block w-full select-none"
      fontFamily="var(--font-stack-display)"
    >
      {EDGES.map(([from, to]) => (
        <path
          key={`${from} ${to}`}
          d={`M${corners[from]!.x} ${corners[from]!.y}L${corners[to]!.x} ${corners[to]!.y}`}
          stroke="var(--line-strong)"
          strokeWidth="1.75"
          // The three edges at the hidden corner 001 lie behind.
          strokeDasharray={from === 1 || to === 1 ? '4 5' : undefined}
        />
      ))}
      {cut.length > 2 && (
        <path
          d={`M${cut.map(({ x, y }) => `${x} ${y}`).join('L')}Z`}
          fill="var(--accent)"
          fillOpacity="0.24"
          stroke="var(--accent)"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
      )}
      {order.map((i) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table's rows do the same by keyboard.
        <g key={rows[i]!.label} onClick={() => onSelect(i)} className="cursor-pointer">
          <PointMark
            {...corners[i]!}
            r={12}
            bit={rows[i]!.bit}
            wrong={rows[i]!.wrong}
            selected={i === selected}
            label={rows[i]!.label.slice(0, 3)}
          />
        </g>
      ))}
      <g fontSize="15" fontWeight="600" fill="var(--ink-soft)">
        <text x={LEFT + UNIT / 2} y={FLOOR + 24} textAnchor="middle">
          {`${numbered('x', 0)} →`}
        </text>
        <text x={LEFT - 12} y={FLOOR - UNIT / 2} textAnchor="end">
          {numbered('x', 1)}
        </text>
        <text x={LEFT - 12} y={FLOOR - UNIT / 2 - 18} textAnchor="end">
          ↑
        </text>
        <text x={LEFT + UNIT * 1.25 + 14} y={FLOOR - UNIT * 0.1}>
          {`↗ ${numbered('x', 2)}`}
        </text>
      </g>
      {caption !== undefined && (
        <text
          x={SIZE.width - 8}
          y={SIZE.height - 8}
          textAnchor="end"
          fontSize="15"
          fontWeight="700"
          fill="var(--ink)"
        >
          {caption}
        </text>
      )}
    </svg>
  );
}
