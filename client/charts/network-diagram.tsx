import type { Architecture } from '@/protocol/experiment';
import { type NetworkColumn, networkColumns, spread } from './network-layout';

export interface NetworkDiagramProps {
  architecture: Architecture;
  /** Names of the answers. */
  labels: readonly string[];
  /** The names are words, and need room. */
  wide: boolean;
  /** What it shows, in words. */
  label: string;
}

const WIDTH = 300;
const HEIGHT = 132;
const PLOT = 112;
const INPUT_SIDE = 44;
/** Room for the names of answers that are words. */
const WORDS = 62;

interface Node {
  x: number;
  y: number;
}

function nodesOf(column: NetworkColumn, x: number): Node[] {
  const most = column.kind === 'output' ? 10.5 : column.kind === 'maps' ? 21 : 14;
  return spread(column.drawn, column.drawn < column.units, PLOT, most).map((y) => ({ x, y: y + 2 }));
}

/** A network small: each layer a column, a few of its edges, its number of units beneath. */
export function NetworkDiagram({ architecture, labels, wide, label }: NetworkDiagramProps) {
  const columns = networkColumns(architecture);
  const first = INPUT_SIDE / 2 + 2;
  const places = columns.map(
    (_, i) => first + (i * (WIDTH - first - (wide ? WORDS : 24))) / (columns.length - 1),
  );
  const nodes = columns.map((column, i) => nodesOf(column, places[i]!));
  const edges = nodes
    .slice(1)
    .flatMap((targets, i) =>
      nodes[i]!.flatMap((from) =>
        targets.map((to) => `M${i === 0 ? from.x + INPUT_SIDE / 2 : from.x} ${from.y}L${to.x} ${to.y}`),
      ),
    )
    .join('');
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="block h-auto w-full max-w-80"
    >
      <path d={edges} stroke="var(--line-strong)" strokeWidth="0.6" opacity="0.55" fill="none" />
      {columns.map((column, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the picture is the identity.
        <g key={i}>
          <Column column={column} nodes={nodes[i]!} labels={labels} wide={wide} />
          <text
            x={places[i]}
            y={HEIGHT - 3}
            textAnchor="middle"
            fontSize="11"
            fill="var(--ink-soft)"
            className="tabular"
          >
            {column.units}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface ColumnProps {
  column: NetworkColumn;
  nodes: readonly Node[];
  labels: readonly string[];
  wide: boolean;
}

/** A few pixels of some picture, as squares of 6. */
function cells(left: number, top: number): string {
  const inked = [
    [1, 1],
    [4, 1],
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 2],
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 3],
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ] as const;
  return inked.map(([x, y]) => `M${left + 4 + 6 * x} ${top + 4 + 6 * y}h5v5h-5z`).join('');
}

function Column({ column, nodes, labels, wide }: ColumnProps) {
  if (column.kind === 'input') {
    const { x, y } = nodes[0]!;
    const left = x - INPUT_SIDE / 2;
    const top = y - INPUT_SIDE / 2;
    return (
      <g>
        <rect
          x={left}
          y={top}
          width={INPUT_SIDE}
          height={INPUT_SIDE}
          rx="3"
          fill="var(--surface-raised)"
          stroke="var(--ink)"
        />
        {wide ? (
          <path d={cells(left, top)} fill="var(--ink)" opacity="0.7" />
        ) : (
          <path
            d={`M${left + 15} ${top + 13}q8 -7 14 0t-6 11q8 1 6 8t-16 3`}
            fill="none"
            stroke="var(--ink)"
            strokeWidth="3.2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )}
      </g>
    );
  }
  const skipped = column.drawn < column.units;
  const middle = Math.ceil(column.drawn / 2);
  const gapY = skipped ? (nodes[middle - 1]!.y + (nodes[middle]?.y ?? nodes[middle - 1]!.y + 16)) / 2 : 0;
  return (
    <g>
      {nodes.map(({ x, y }) =>
        column.kind === 'maps' ? (
          <rect
            key={y}
            x={x - 8}
            y={y - 8}
            width="16"
            height="16"
            rx="2"
            fill="var(--surface-raised)"
            stroke="var(--accent)"
            strokeWidth="1.5"
          />
        ) : (
          <circle
            key={y}
            cx={x}
            cy={y}
            r={column.kind === 'output' ? 4 : 5}
            fill="var(--surface-raised)"
            stroke={column.kind === 'output' ? 'var(--ink)' : 'var(--accent)'}
            strokeWidth="1.5"
          />
        ),
      )}
      {column.kind === 'output' &&
        nodes.map(({ x, y }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the picture is the identity.
          <text key={index} x={x + 8} y={y + 3.2} fontSize="9" fill="var(--ink-soft)">
            {labels[index]}
          </text>
        ))}
      {skipped &&
        [-3.5, 0, 3.5].map((offset) => (
          <circle key={offset} cx={nodes[0]!.x} cy={gapY + offset} r="1" fill="var(--ink-soft)" />
        ))}
    </g>
  );
}
