import { CORNERS, cutOf, EDGES, project } from '@/client/benches/unit/cube-cut';
import { PointMark } from '@/client/benches/unit/point-mark';
import { type Bit, output, type Perceptron } from '@/engine/perceptron/perceptron';
import type { PlanePlace } from '@/engine/perceptron/plane';
import type { CircuitGoalSetup, TwoLayers } from './circuit-goals';
import type { CircuitRow } from './circuit-state';
import { cellsOf } from './plane-cells';

interface Props {
  x: number;
  y: number;
  side: number;
  setup: CircuitGoalSetup;
  layers: TwoLayers;
  /** A first unit, or the last: then the picture shows what the whole circuit answers. */
  unit: number | 'last';
  rows: readonly CircuitRow[];
}

/** What one unit answers everywhere on the inputs' plane (or cube): its half; the last unit's picture is all pieces combined. */
export function UnitPicture(props: Props) {
  return props.setup.inputs === 3 ? <CubePicture {...props} /> : <PlanePicture {...props} />;
}

function bitOf(row: CircuitRow, unit: number | 'last'): Bit {
  return unit === 'last' ? row.output : row.answers[unit]!;
}

/** For one input the plane's second direction means nothing: its weight is 0. */
function flat({ weights, threshold }: Perceptron): Perceptron {
  return { weights: [weights[0] ?? 0, weights[1] ?? 0], threshold };
}

function PlanePicture({ x, y, side, setup, layers, unit, rows }: Props) {
  const { window, box } = setup;
  const scale = side / (window.right - window.left);
  const at = (place: PlanePlace) => ({
    x: x + (place.x - window.left) * scale,
    y: y + side - (place.y - window.bottom) * scale,
  });
  const units = unit === 'last' ? layers.first : [layers.first[unit]!];
  const cells = cellsOf(window, units.map(flat)).map(({ polygon, answers }) => ({
    polygon,
    bit: unit === 'last' ? output(layers.last, answers) : answers[0]!,
  }));
  const large = side > 100;
  return (
    <g>
      {cells.map(({ polygon, bit }) => {
        const path = `M${polygon.map((place) => `${at(place).x} ${at(place).y}`).join('L')}Z`;
        return (
          <path
            key={path}
            d={path}
            fill={bit === 1 ? 'var(--positive)' : 'var(--negative-soft)'}
            fillOpacity={bit === 1 ? 0.5 : 1}
            stroke="var(--ink)"
            strokeWidth={large ? 1.5 : 1.25}
            strokeLinejoin="round"
          />
        );
      })}
      {box && (
        <rect
          x={at({ x: box.left, y: box.top }).x}
          y={at({ x: box.left, y: box.top }).y}
          width={(box.right - box.left) * scale}
          height={(box.top - box.bottom) * scale}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={large ? 3 : 2}
          strokeDasharray="6 4"
        />
      )}
      {!box &&
        rows.map((row) => {
          const place = at({ x: row.inputs[0]!, y: row.inputs[1] ?? 0.5 });
          return (
            <PointMark
              key={row.inputs.join('')}
              x={place.x}
              y={place.y}
              r={large ? 9 : 5}
              bit={unit === 'last' && row.wanted !== null ? row.wanted : bitOf(row, unit)}
              wrong={unit === 'last' && row.wanted !== null && row.wanted !== row.output}
            />
          );
        })}
    </g>
  );
}

function CubePicture({ x, y, side, layers, unit, rows }: Props) {
  const scale = side / 1.9;
  const paper = (place: PlanePlace) => ({
    x: x + side * 0.1 + place.x * scale,
    y: y + side * 0.88 - place.y * scale,
  });
  const corners = CORNERS.map((corner) => paper(project(corner)));
  const cut = unit === 'last' ? [] : cutOf(layers.first[unit]!).map(paper);
  const large = side > 100;
  return (
    <g>
      <rect x={x} y={y} width={side} height={side} fill="var(--surface-raised)" />
      {EDGES.map(([from, to]) => (
        <path
          key={`${from} ${to}`}
          d={`M${corners[from]!.x} ${corners[from]!.y}L${corners[to]!.x} ${corners[to]!.y}`}
          stroke="var(--line-strong)"
          strokeWidth="1"
        />
      ))}
      {cut.length > 2 && (
        <path
          d={`M${cut.map((place) => `${place.x} ${place.y}`).join('L')}Z`}
          fill="var(--accent)"
          fillOpacity="0.26"
          stroke="var(--accent)"
          strokeWidth="1.25"
        />
      )}
      {rows.map((row, i) => (
        <PointMark
          key={row.inputs.join('')}
          {...corners[i]!}
          r={large ? 8 : 4.4}
          bit={unit === 'last' && row.wanted !== null ? row.wanted : bitOf(row, unit)}
          wrong={unit === 'last' && row.wanted !== null && row.wanted !== row.output}
        />
      ))}
    </g>
  );
}
