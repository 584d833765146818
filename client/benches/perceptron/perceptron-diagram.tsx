'use client';

import { useTranslations } from 'use-intl';
import { numbered, writeNumber } from '@/client/benches/numbers/number-text';
import { followPointer } from '@/client/charts/svg-drag';
import { holdTouch } from '@/client/pointers/follow';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { step, weightedSum } from '@/engine/perceptron/perceptron';
import { STEP_BOX, StepBox } from './step-box';

const SIZE = { width: 470, height: 236 };
const INPUT = { x: 36, r: 23 };
const UNIT = { x: 258, y: 118, r: 37 };
const OUTPUT = { x: 440, r: 24 };
/** Pixels of the picture that a weight is dragged for 1. */
const DRAG_UNIT = 46;

export interface PerceptronDiagramProps {
  perceptron: Perceptron;
  /** What comes in now: the values of off and on, not bits. */
  inputs: readonly number[];
  isOn: readonly boolean[];
  onToggle(input: number): void;
  /** The largest weight, for the edges' width. */
  most: number;
  /** Weights that are given. */
  lockedInput: number | null;
  onDragWeight(input: number, value: number): void;
  disabled: boolean;
}

function inputY(index: number, count: number): number {
  const room = count > 3 ? 56 : count > 2 ? 78 : 108;
  return UNIT.y + (index - (count - 1) / 2) * room;
}

/** The unit from inside: inputs, weights on the edges, the sum, the step at θ, the answer. The signal runs from left to right. */
export function PerceptronDiagram(props: PerceptronDiagramProps) {
  const { perceptron, inputs, isOn, onToggle, most, lockedInput, onDragWeight, disabled } = props;
  const t = useTranslations('perceptron');
  const sum = weightedSum(perceptron, inputs);
  const answer = step(sum, perceptron.threshold);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with switches in it, not a form's fieldset.
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="group"
      aria-label={t('diagram.now', {
        inputs: inputs.map((value, i) => `${numbered('x', i)} = ${writeNumber(value)}`).join(', '),
        sum: writeNumber(sum),
        threshold: writeNumber(perceptron.threshold),
        output: answer,
      })}
      className="block w-full select-none"
      fontFamily="var(--font-stack-display)"
    >
      {inputs.map((value, i) => {
        const y = inputY(i, inputs.length);
        const weight = perceptron.weights[i]!;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an input is its place.
          <g key={i}>
            <Edge
              y={y}
              weight={weight}
              most={most}
              carries={value !== 0 && weight !== 0}
              signal={`${value} ${weight}`}
            />
            <InputSwitch
              name={numbered('x', i)}
              y={y}
              value={value}
              isOn={isOn[i]!}
              disabled={disabled}
              label={t('diagram.input', { name: numbered('x', i), value: writeNumber(value) })}
              onToggle={() => onToggle(i)}
            />
            <WeightTag
              name={numbered('w', i)}
              y={y}
              value={weight}
              locked={lockedInput === i || disabled}
              onDrag={(next) => onDragWeight(i, next)}
            />
          </g>
        );
      })}
      <Tail answer={answer} />
      <circle
        cx={UNIT.x}
        cy={UNIT.y}
        r={UNIT.r}
        fill="var(--surface-raised)"
        stroke="var(--ink)"
        strokeWidth="2.5"
      />
      <text x={UNIT.x} y={UNIT.y - 11} textAnchor="middle" fontSize="17" fill="var(--ink-soft)">
        Σ
      </text>
      <text
        x={UNIT.x}
        y={UNIT.y + 14}
        textAnchor="middle"
        fontSize="22"
        fontWeight="700"
        fill="var(--ink)"
        className="tabular"
      >
        {writeNumber(sum)}
      </text>
      <StepBox sum={sum} threshold={perceptron.threshold} />
      <circle
        cx={OUTPUT.x}
        cy={UNIT.y}
        r={OUTPUT.r}
        fill={answer === 1 ? 'var(--positive)' : 'var(--surface-raised)'}
        stroke={answer === 1 ? 'var(--positive)' : 'var(--negative)'}
        strokeWidth="3"
        className="transition-[fill,stroke] duration-200"
      />
      <text
        x={OUTPUT.x}
        y={UNIT.y + 8}
        textAnchor="middle"
        fontSize="23"
        fontWeight="700"
        fill={answer === 1 ? 'var(--surface-raised)' : 'var(--ink)'}
        className="tabular"
      >
        {answer}
      </text>
      <text x={OUTPUT.x} y={UNIT.y - 32} textAnchor="middle" fontSize="16" fill="var(--ink-soft)">
        y
      </text>
    </svg>
  );
}

interface EdgeProps {
  y: number;
  weight: number;
  most: number;
  carries: boolean;
  /** Changes when the signal runs anew. */
  signal: string;
}

function Edge({ y, weight, most, carries, signal }: EdgeProps) {
  const path = `M${INPUT.x + INPUT.r} ${y}L${UNIT.x - UNIT.r * 0.9} ${UNIT.y + (y - UNIT.y) * 0.16}`;
  const colour = weight === 0 ? 'var(--line-strong)' : weight > 0 ? 'var(--positive)' : 'var(--negative)';
  const width = weight === 0 ? 1.5 : 2 + (Math.abs(weight) / most) * 11;
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeLinecap="round"
        strokeDasharray={weight === 0 ? '3 5' : undefined}
        opacity={carries ? 1 : 0.32}
        className="transition-[opacity] duration-200"
      />
      {carries && (
        <path
          key={signal}
          d={path}
          fill="none"
          pathLength="100"
          stroke="var(--surface-raised)"
          strokeWidth={Math.max(2, width * 0.45)}
          strokeLinecap="round"
          className="signal-once"
        />
      )}
    </g>
  );
}

interface InputSwitchProps {
  name: string;
  y: number;
  value: number;
  isOn: boolean;
  disabled: boolean;
  label: string;
  onToggle(): void;
}

function InputSwitch({ name, y, value, isOn, disabled, label, onToggle }: InputSwitchProps) {
  return (
    <g
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      aria-disabled={disabled || undefined}
      tabIndex={0}
      onClick={() => !disabled && onToggle()}
      onKeyDown={(event) => {
        if (disabled || (event.key !== ' ' && event.key !== 'Enter')) return;
        event.preventDefault();
        onToggle();
      }}
      className="group/input cursor-pointer outline-none"
    >
      <circle
        cx={INPUT.x}
        cy={y}
        r={INPUT.r + 5}
        fill="none"
        strokeWidth="3"
        className="stroke-transparent group-focus-visible/input:stroke-focus"
      />
      <circle
        cx={INPUT.x}
        cy={y}
        r={INPUT.r}
        fill={isOn ? 'var(--ink)' : 'var(--surface-raised)'}
        stroke="var(--ink)"
        strokeWidth="2.5"
        className="transition-[fill] duration-150 group-hover/input:stroke-accent"
      />
      <text
        x={INPUT.x}
        y={y - 2}
        textAnchor="middle"
        fontSize="12"
        fill={isOn ? 'var(--surface)' : 'var(--ink-soft)'}
      >
        {name}
      </text>
      <text
        x={INPUT.x}
        y={y + 14}
        textAnchor="middle"
        fontSize="17"
        fontWeight="700"
        fill={isOn ? 'var(--surface)' : 'var(--ink)'}
        className="tabular"
      >
        {writeNumber(value)}
      </text>
    </g>
  );
}

interface WeightTagProps {
  name: string;
  y: number;
  value: number;
  locked: boolean;
  onDrag(value: number): void;
}

/** The weight on its edge. It can be dragged up and down; the sliders below do the same by keyboard. */
function WeightTag({ name, y, value, locked, onDrag }: WeightTagProps) {
  const share = 0.42;
  const x = INPUT.x + INPUT.r + share * (UNIT.x - UNIT.r - INPUT.x - INPUT.r);
  const middle = y + share * 0.84 * (UNIT.y - y);
  return (
    <g
      transform={`translate(${x} ${middle})`}
      ref={locked ? undefined : holdTouch}
      className={locked ? undefined : 'cursor-ns-resize'}
      onPointerDown={(event) => {
        if (locked) return;
        followPointer(event, {
          onMove: (at, from) => onDrag(value + (from.y - at.y) / DRAG_UNIT),
          onUndo: () => onDrag(value),
        });
      }}
    >
      <rect
        x="-38"
        y="-14"
        width="76"
        height="28"
        rx="7"
        fill="var(--surface-raised)"
        stroke={locked ? 'var(--line)' : 'var(--line-strong)'}
        strokeWidth="1.25"
        className={locked ? undefined : 'hover:stroke-ink'}
      />
      <text x="-29" y="5.5" fontSize="14" fill="var(--ink-soft)">
        {name}
      </text>
      <text
        x="30"
        y="5.5"
        textAnchor="end"
        fontSize="16"
        fontWeight="700"
        className="tabular"
        fill={value < 0 ? 'var(--negative)' : value > 0 ? 'var(--positive)' : 'var(--ink)'}
      >
        {writeNumber(value)}
      </text>
    </g>
  );
}

function Tail({ answer }: { answer: 0 | 1 }) {
  const toBox = `M${UNIT.x + UNIT.r} ${UNIT.y}H${STEP_BOX.left}`;
  const toOutput = `M${STEP_BOX.left + STEP_BOX.width} ${UNIT.y}H${OUTPUT.x - OUTPUT.r}`;
  return (
    <g strokeLinecap="round">
      <path d={toBox} stroke="var(--ink)" strokeWidth="3" />
      <path
        d={toOutput}
        stroke={answer === 1 ? 'var(--positive)' : 'var(--line-strong)'}
        strokeWidth={answer === 1 ? 6 : 2.5}
        className="transition-[stroke,stroke-width] duration-200"
      />
    </g>
  );
}
