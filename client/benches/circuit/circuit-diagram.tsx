'use client';

import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { numbered } from '@/client/benches/numbers/number-text';
import type { UnitPlace } from './circuit-edits';
import { type CircuitGoalSetup, type TwoLayers, UNIT_NAMES } from './circuit-goals';
import type { CircuitRow, CircuitState } from './circuit-state';
import { UnitPicture } from './unit-picture';

interface Props {
  setup: CircuitGoalSetup;
  layers: TwoLayers;
  state: CircuitState;
  /** How far it is, in words. */
  label: string;
  selected: UnitPlace;
  onSelect(unit: UnitPlace): void;
  /** The row that flows through, or null (the box has no rows). */
  row: CircuitRow | null;
}

const SIZE = { width: 560, height: 318 };
const MIDDLE = 164;
const INPUT_X = 30;
const FIRST_X = 208;
const LAST = { side: 156, x: 384 };
const MOST_WEIGHT = 3;

function firstSide(count: number): number {
  return count <= 2 ? 112 : count === 3 ? 88 : count === 4 ? 66 : 44;
}

/** A unit's tag as a reader says it: its letter and, while a row flows, its answer. */
function shown(name: string, answer: 0 | 1 | undefined): string {
  return answer === undefined ? name : `${name}${answer}`;
}

function spreadY(index: number, count: number, room: number): number {
  return MIDDLE + (index - (count - 1) / 2) * room;
}

/** The circuit from left to right: inputs, the first layer with each unit's half, the last unit with what all give together. */
export function CircuitDiagram({ setup, layers, state, label, selected, onSelect, row }: Props) {
  const t = useTranslations('circuit');
  const { first, last } = layers;
  const side = firstSide(first.length);
  const unitY = first.map((_, i) =>
    spreadY(i, first.length, Math.min(148, (SIZE.height - 22) / first.length)),
  );
  const inputY = Array.from({ length: setup.inputs }, (_, i) =>
    spreadY(i, setup.inputs, setup.inputs > 2 ? 92 : 120),
  );
  const select = (unit: UnitPlace) => ({
    role: 'button',
    tabIndex: 0,
    'aria-pressed': selected === unit,
    onClick: () => onSelect(unit),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onSelect(unit);
    },
    className: 'group/unit cursor-pointer outline-none',
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it, not a form's fieldset.
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="group"
      aria-label={label}
      className="block w-full select-none"
      fontFamily="var(--font-stack-display)"
    >
      {first.map((unit, i) =>
        unit.weights.map((weight, input) => (
          <Wire
            // biome-ignore lint/suspicious/noArrayIndexKey: a wire is the two places that it joins.
            key={`${i} ${input}`}
            from={{ x: INPUT_X + 19, y: inputY[input]! }}
            to={{ x: FIRST_X - side / 2, y: unitY[i]! }}
            weight={weight}
            carries={row === null || row.inputs[input] === 1}
            signal={row === null ? null : `${row.inputs.join('')} ${weight}`}
          />
        )),
      )}
      {last.weights.map((weight, i) => (
        <Wire
          // biome-ignore lint/suspicious/noArrayIndexKey: a wire is the two places that it joins.
          key={i}
          from={{ x: FIRST_X + side / 2, y: unitY[i]! }}
          to={{ x: LAST.x, y: MIDDLE + (unitY[i]! - MIDDLE) * 0.3 }}
          weight={weight}
          carries={row === null || row.answers[i] === 1}
          signal={row === null ? null : `${row.inputs.join('')} ${row.answers.join('')} ${weight}`}
        />
      ))}
      {inputY.map((y, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an input is its place.
        <g key={i}>
          <circle
            cx={INPUT_X}
            cy={y}
            r="19"
            fill={row?.inputs[i] === 1 ? 'var(--ink)' : 'var(--surface-raised)'}
            stroke="var(--ink)"
            strokeWidth="2.5"
          />
          <text
            x={INPUT_X}
            y={y + 5}
            textAnchor="middle"
            fontSize="15"
            fontWeight="600"
            fill={row?.inputs[i] === 1 ? 'var(--surface)' : 'var(--ink)'}
          >
            {numbered('x', i)}
          </text>
        </g>
      ))}
      {first.map((_, i) => {
        const name = UNIT_NAMES[i]!;
        const top = unitY[i]! - side / 2;
        const left = FIRST_X - side / 2;
        return (
          <g key={name} {...select(i)} aria-label={t('select', { name: shown(name, row?.answers[i]) })}>
            <UnitPicture
              x={left}
              y={top}
              side={side}
              setup={setup}
              layers={layers}
              unit={i}
              rows={state.rows}
            />
            <Frame x={left} y={top} side={side} chosen={selected === i} />
            <NameTag x={left} y={top} name={name} answer={row?.answers[i]} />
          </g>
        );
      })}
      <g {...select('last')} aria-label={t('select', { name: shown('Y', row?.output) })}>
        <UnitPicture
          x={LAST.x}
          y={MIDDLE - LAST.side / 2}
          side={LAST.side}
          setup={setup}
          layers={layers}
          unit="last"
          rows={state.rows}
        />
        <Frame x={LAST.x} y={MIDDLE - LAST.side / 2} side={LAST.side} chosen={selected === 'last'} />
        <NameTag x={LAST.x} y={MIDDLE - LAST.side / 2} name="Y" answer={row?.output} />
      </g>
    </svg>
  );
}

interface WireProps {
  from: { x: number; y: number };
  to: { x: number; y: number };
  weight: number;
  carries: boolean;
  signal: string | null;
}

function Wire({ from, to, weight, carries, signal }: WireProps) {
  const path = `M${from.x} ${from.y}C${(from.x + to.x) / 2} ${from.y} ${(from.x + to.x) / 2} ${to.y} ${to.x} ${to.y}`;
  const width = weight === 0 ? 1.25 : 1.5 + (Math.abs(weight) / MOST_WEIGHT) * 8;
  return (
    <g fill="none" strokeLinecap="round">
      <path
        d={path}
        stroke={weight === 0 ? 'var(--line-strong)' : weight > 0 ? 'var(--positive)' : 'var(--negative)'}
        strokeWidth={width}
        strokeDasharray={weight === 0 ? '2 5' : undefined}
        opacity={carries ? 0.95 : 0.28}
        className="transition-[opacity] duration-200"
      />
      {carries && signal !== null && weight !== 0 && (
        <path
          key={signal}
          d={path}
          pathLength="100"
          stroke="var(--surface-raised)"
          strokeWidth={Math.max(1.5, width * 0.45)}
          className="signal-once"
        />
      )}
    </g>
  );
}

function Frame({ x, y, side, chosen }: { x: number; y: number; side: number; chosen: boolean }) {
  return (
    <>
      <rect
        x={x - 6}
        y={y - 6}
        width={side + 12}
        height={side + 12}
        rx="9"
        fill="none"
        strokeWidth="3"
        className="stroke-transparent group-focus-visible/unit:stroke-focus"
      />
      <rect
        x={x}
        y={y}
        width={side}
        height={side}
        rx="4"
        fill="none"
        stroke={chosen ? 'var(--accent)' : 'var(--ink)'}
        strokeWidth={chosen ? 5 : 2}
        className="group-hover/unit:stroke-accent"
      />
    </>
  );
}

/** A unit's letter and, while a row flows, its answer. */
function NameTag({ x, y, name, answer }: { x: number; y: number; name: string; answer: 0 | 1 | undefined }) {
  return (
    <g transform={`translate(${x - 13} ${y - 10})`}>
      <rect
        width={answer === undefined ? 22 : 42}
        height="21"
        rx="5"
        fill="var(--surface-raised)"
        stroke="var(--line-strong)"
      />
      <text x="11" y="15.5" textAnchor="middle" fontSize="14" fontWeight="700" fill="var(--ink)">
        {name}
      </text>
      {answer !== undefined && (
        <text
          x="31"
          y="15.5"
          textAnchor="middle"
          fontSize="14"
          fontWeight="700"
          fill={answer === 1 ? 'var(--positive)' : 'var(--negative)'}
          className="tabular"
        >
          {answer}
        </text>
      )}
    </g>
  );
}
