'use client';

import { useTranslations } from 'use-intl';
import { writeNumber } from '@/client/benches/numbers/number-text';
import { followPointer } from '@/client/charts/svg-drag';
import { holdTouch } from '@/client/pointers/follow';
import type { Elements } from '@/client/ui/elements';
import type { Bit, Perceptron } from '@/engine/perceptron/perceptron';
import { type Box, boundaryLine, type PlanePlace } from '@/engine/perceptron/plane';
import { areaOf, boxPolygon, centreOf, clipPolygon, type Polygon } from './half-plane';
import { type DragLimits, middleOf, slideTo, turnTo } from './line-drag';
import { PointMark } from './point-mark';

interface PlaneMark {
  key: string;
  x: number;
  y: number;
  bit: Bit;
  wrong?: boolean | undefined;
  selected?: boolean | undefined;
  label?: string | undefined;
  r?: number | undefined;
}

export interface PlaneProps {
  perceptron: Perceptron;
  window: Box;
  marks: readonly PlaneMark[];
  /** Values at which the axes are marked. */
  ticks: readonly number[];
  axes?: readonly [x: string, y: string];
  /** What it shows now, in words. */
  label: string;
  limits: DragLimits;
  /** Undefined: the line does not move. */
  onDrag?: ((next: Perceptron) => void) | undefined;
  /** Which of the line's ways are open: sliding moves θ, turning the weights. */
  ways?: { slide: boolean; turn: boolean } | undefined;
  onSelect?: ((key: string) => void) | undefined;
  /** Where the line was before, drawn thin. */
  ghost?: Perceptron | null | undefined;
  /** Drawn over the halves and under the line, in the picture's units. */
  children?: (at: (place: PlanePlace) => PlanePlace) => Elements;
  className?: string;
}

const PLANE_SIZE = 300;
const LEFT = 30;
const BOTTOM = 28;
const SIDE = PLANE_SIZE - LEFT - 4;

/** The plane of the inputs, cut by the line w₁x₁ + w₂x₂ = θ. The line can be slid and turned. */
export function Plane(props: PlaneProps) {
  const { perceptron, window, marks, ticks, axes = ['x₁', 'x₂'], label, limits, onDrag, ghost } = props;
  const { ways = { slide: true, turn: true }, onSelect, children, className } = props;
  const t = useTranslations('perceptron');
  const width = window.right - window.left;
  const height = window.top - window.bottom;
  const at = ({ x, y }: PlanePlace): PlanePlace => ({
    x: LEFT + ((x - window.left) / width) * SIDE,
    y: PLANE_SIZE - BOTTOM - ((y - window.bottom) / height) * (PLANE_SIZE - BOTTOM - 4),
  });
  const back = ({ x, y }: PlanePlace): PlanePlace => ({
    x: window.left + ((x - LEFT) / SIDE) * width,
    y: window.bottom + ((PLANE_SIZE - BOTTOM - y) / (PLANE_SIZE - BOTTOM - 4)) * height,
  });
  const path = (polygon: Polygon) =>
    polygon.length < 3 ? '' : `M${polygon.map((place) => `${at(place).x} ${at(place).y}`).join('L')}Z`;
  const frame = boxPolygon(window);
  const halves = ([1, -1] as const).map((side) => ({
    bit: side === 1 ? 1 : 0,
    polygon: clipPolygon(frame, perceptron, side),
  }));
  const line = boundaryLine(perceptron, window);
  return (
    <svg
      viewBox={`0 0 ${PLANE_SIZE} ${PLANE_SIZE}`}
      role="img"
      aria-label={label}
      className={className ?? 'block w-full select-none'}
      fontFamily="var(--font-stack-display)"
    >
      {halves.map(({ bit, polygon }) => (
        <path
          key={bit}
          d={path(polygon)}
          fill={bit === 1 ? 'var(--positive-soft)' : 'var(--negative-soft)'}
          opacity={bit === 1 ? 1 : 0.7}
        />
      ))}
      {ticks.map((value) => (
        <g key={value} stroke="var(--line-strong)" strokeWidth="1" opacity="0.7">
          <path d={`M${at({ x: value, y: window.bottom }).x} 4V${PLANE_SIZE - BOTTOM}`} />
          <path d={`M${LEFT} ${at({ x: window.left, y: value }).y}H${PLANE_SIZE - 4}`} />
        </g>
      ))}
      {children?.(at)}
      {halves.map(
        ({ bit, polygon }) =>
          // What is drawn over the halves says more than their digits.
          !children &&
          polygon.length > 2 &&
          areaOf(polygon) > 0.03 * width * height && (
            <text
              key={bit}
              x={at(centreOf(polygon)).x}
              y={at(centreOf(polygon)).y + 14}
              textAnchor="middle"
              fontSize="40"
              fontWeight="700"
              opacity="0.26"
              fill={bit === 1 ? 'var(--positive)' : 'var(--negative)'}
              className="pointer-events-none"
            >
              {bit}
            </text>
          ),
      )}
      <rect
        x={LEFT}
        y="4"
        width={SIDE}
        height={PLANE_SIZE - BOTTOM - 4}
        fill="none"
        stroke="var(--line-strong)"
      />
      <g fontSize="13" fill="var(--ink-soft)" className="tabular">
        {ticks.map((value) => (
          <g key={value}>
            <text x={at({ x: value, y: 0 }).x} y={PLANE_SIZE - 12} textAnchor="middle">
              {writeNumber(value)}
            </text>
            <text x={LEFT - 6} y={at({ x: 0, y: value }).y + 4} textAnchor="end">
              {writeNumber(value)}
            </text>
          </g>
        ))}
        <text x={PLANE_SIZE - 6} y={PLANE_SIZE - 12} textAnchor="end" fontSize="15" fontWeight="600">
          {axes[0]}
        </text>
        <text x={LEFT - 6} y="17" textAnchor="end" fontSize="15" fontWeight="600">
          {axes[1]}
        </text>
      </g>
      {ghost && <GhostLine perceptron={ghost} window={window} at={at} />}
      {line && <Line line={line} at={at} perceptron={perceptron} />}
      {line && onDrag && (
        <LineHandles
          line={line}
          at={at}
          slides={ways.slide}
          turns={ways.turn}
          onSlide={(place) => onDrag(slideTo(perceptron, back(place), limits))}
          onUndo={() => onDrag(perceptron)}
          onTurn={(start) => {
            const about = middleOf(perceptron, window);
            return (place) => about && onDrag(turnTo(perceptron, about, back(start), back(place), limits));
          }}
        />
      )}
      {marks.map(({ key, x, y, ...mark }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table's rows do the same by keyboard.
        <g
          key={key}
          onClick={() => onSelect?.(key)}
          className={onSelect ? 'cursor-pointer' : 'pointer-events-none'}
        >
          <PointMark {...at({ x, y })} {...mark} />
        </g>
      ))}
      {!line && (
        <text
          x={LEFT + SIDE / 2}
          y="28"
          textAnchor="middle"
          fontSize="14"
          fill="var(--ink)"
          fontFamily="var(--font-stack-text)"
        >
          {perceptron.weights.every((weight) => weight === 0) ? t('plane.noLine') : t('plane.outside')}
        </text>
      )}
    </svg>
  );
}

interface LineProps {
  line: [PlanePlace, PlanePlace];
  at(place: PlanePlace): PlanePlace;
}

function Line({ line, at, perceptron }: LineProps & { perceptron: Perceptron }) {
  const [from, to] = [at(line[0]), at(line[1])];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // The arrow of the weights stands on the line and points to the side of 1. (Up on the plane is down on paper.)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  let normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const [a = 0, b = 0] = perceptron.weights;
  if (normal.x * a - normal.y * b < 0) normal = { x: -normal.x, y: -normal.y };
  const tip = { x: middle.x + normal.x * 30, y: middle.y + normal.y * 30 };
  const wing = (side: number) =>
    `${tip.x - normal.x * 9 + side * normal.y * 5} ${tip.y - normal.y * 9 - side * normal.x * 5}`;
  return (
    <g className="pointer-events-none">
      <path
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        stroke="var(--ink)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d={`M${middle.x} ${middle.y}L${tip.x} ${tip.y}`} stroke="var(--ink)" strokeWidth="2" />
      <path d={`M${wing(1)}L${tip.x} ${tip.y}L${wing(-1)}`} fill="none" stroke="var(--ink)" strokeWidth="2" />
    </g>
  );
}

function GhostLine({
  perceptron,
  window,
  at,
}: {
  perceptron: Perceptron;
  window: Box;
  at(place: PlanePlace): PlanePlace;
}) {
  const line = boundaryLine(perceptron, window);
  if (!line) return null;
  const [from, to] = [at(line[0]), at(line[1])];
  return (
    <path
      d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
      stroke="var(--ink-soft)"
      strokeWidth="2"
      strokeDasharray="5 5"
    />
  );
}

interface HandleProps extends LineProps {
  slides: boolean;
  turns: boolean;
  onSlide(place: PlanePlace): void;
  onTurn(start: PlanePlace): (place: PlanePlace) => void;
  /** The line goes back to where it was when the pointer went down. */
  onUndo(): void;
}

/** What the pointer takes hold of: the line slides, its ends turn it. */
function LineHandles({ line, at, slides, turns, onSlide, onTurn, onUndo }: HandleProps) {
  const [from, to] = [at(line[0]), at(line[1])];
  // The ends' grips lie a little inside, where a finger reaches them.
  const grips = [0.1, 0.9].map((share) => ({
    x: from.x + share * (to.x - from.x),
    y: from.y + share * (to.y - from.y),
  }));
  return (
    <g>
      <path
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        stroke="transparent"
        strokeWidth="28"
        ref={slides ? holdTouch : undefined}
        className={slides ? 'cursor-move' : undefined}
        onPointerDown={(event) => slides && followPointer(event, { onMove: onSlide, onUndo })}
      />
      {turns &&
        grips.map((grip, i) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second end.
            key={i}
            ref={holdTouch}
            className="group/grip cursor-grab active:cursor-grabbing"
            onPointerDown={(event) => {
              followPointer(event, { onMove: onTurn(grip), onUndo });
            }}
          >
            <circle cx={grip.x} cy={grip.y} r="18" fill="transparent" />
            <circle
              cx={grip.x}
              cy={grip.y}
              r="7"
              fill="var(--surface-raised)"
              stroke="var(--ink)"
              strokeWidth="2.5"
              className="group-hover/grip:fill-ink"
            />
          </g>
        ))}
    </g>
  );
}
