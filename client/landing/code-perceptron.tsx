'use client';

import { useTranslations } from 'use-intl';
import { ROOM_CODE_LENGTH } from '@/protocol/room-code';
import type { CodeLetter } from './read-room-code';
import { codeSum } from './read-room-code';

const THRESHOLD = ROOM_CODE_LENGTH;
const INPUTS = Array.from({ length: ROOM_CODE_LENGTH }, (_, index) => ({
  x: 32 + index * 59.2,
  key: `x${index + 1}`,
}));
const INPUT_Y = 27;
const UNIT = { x: 180, y: 138, r: 31 };

/** From the lower rim of an input to the rim of the unit. */
function edge(x: number): string {
  const dx = UNIT.x - x;
  const dy = UNIT.y - INPUT_Y;
  const length = Math.hypot(dx, dy);
  const from = 21 / length;
  const to = 1 - (UNIT.r + 2) / length;
  const at = (t: number) => `${(x + dx * t).toFixed(1)} ${(INPUT_Y + dy * t).toFixed(1)}`;
  return `M${at(from)} L${at(to)}`;
}

/** The room code as a perceptron: each letter is an input; at six possible ones the sum reaches θ and it fires. */
export function CodePerceptron({ letters }: { letters: readonly CodeLetter[] }) {
  const t = useTranslations('landing');
  const sum = codeSum(letters);
  const fires = sum >= THRESHOLD;
  const label = t('picture', { sum, threshold: THRESHOLD, output: fires ? 1 : 0 });
  return (
    <svg
      viewBox="0 0 360 222"
      role="img"
      aria-label={label}
      className="block w-full"
      fontFamily="var(--font-stack-display)"
    >
      {INPUTS.map(({ x, key }, index) => {
        const input = letters[index];
        const state = input === undefined ? 'empty' : input.possible ? 'right' : 'wrong';
        return <Input key={key} x={x} index={index} letter={input?.letter} state={state} />;
      })}
      <g className="transition-colors">
        <path
          d={`M${UNIT.x} ${UNIT.y + UNIT.r + 2}V217M${UNIT.x - 8} 208l8 9 8-9`}
          fill="none"
          stroke={fires ? 'var(--accent)' : 'var(--line-strong)'}
          strokeWidth={fires ? 5 : 2}
          strokeLinecap="round"
          strokeLinejoin="round"
          className="transition-[stroke,stroke-width] duration-200"
        />
        <circle
          cx={UNIT.x}
          cy={UNIT.y}
          r={UNIT.r}
          fill={fires ? 'var(--accent)' : 'var(--surface-raised)'}
          stroke={fires ? 'var(--accent)' : 'var(--ink)'}
          strokeWidth="2.5"
          className="transition-[fill,stroke] duration-200"
        />
        <text
          x={UNIT.x}
          y={UNIT.y + 9}
          textAnchor="middle"
          fontSize="26"
          fontWeight="700"
          fill={fires ? 'var(--on-accent)' : 'var(--ink)'}
          className="tabular"
        >
          {sum < 0 ? `−${-sum}` : sum}
        </text>
      </g>
      <g fontSize="16" fill="var(--ink-soft)" fontWeight="500">
        <text x={UNIT.x - UNIT.r - 14} y={UNIT.y + 34} textAnchor="end">
          {`Σ = ${sum < 0 ? `−${-sum}` : sum}`}
        </text>
        <text x={UNIT.x + UNIT.r + 14} y={UNIT.y + 34}>
          {`θ = ${THRESHOLD}`}
        </text>
        <text x={UNIT.x + 18} y={207} fontSize="14" fontFamily="var(--font-stack-text)" fontWeight="400">
          {fires ? t('fires') : t('rests')}
        </text>
      </g>
    </svg>
  );
}

interface InputProps {
  x: number;
  index: number;
  letter: string | undefined;
  state: 'empty' | 'right' | 'wrong';
}

const EDGE_COLOURS = { empty: 'var(--line-strong)', right: 'var(--positive)', wrong: 'var(--negative)' };

function Input({ x, index, letter, state }: InputProps) {
  const path = edge(x);
  const colour = EDGE_COLOURS[state];
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={state === 'empty' ? 1.25 : 4}
        strokeLinecap="round"
        className="transition-[stroke,stroke-width] duration-200"
      />
      {/* A new key with each letter starts the signal again. */}
      <path
        key={`${state}${letter ?? ''}`}
        d={path}
        fill="none"
        pathLength="100"
        stroke={state === 'empty' ? 'var(--ink-soft)' : 'var(--surface-raised)'}
        strokeWidth={state === 'empty' ? 2.5 : 2}
        strokeLinecap="round"
        className={state === 'empty' ? 'signal-idle' : 'signal-once'}
        style={{ '--delay': `${(index * 1.7) % 5}s` }}
      />
      <circle
        cx={x}
        cy={INPUT_Y}
        r="20"
        fill="var(--surface-raised)"
        stroke={state === 'empty' ? 'var(--line-strong)' : colour}
        strokeWidth={state === 'empty' ? 1.5 : 2.5}
        className="transition-[stroke] duration-200"
      />
      {letter === undefined ? (
        <text
          x={x}
          y={INPUT_Y + 5}
          textAnchor="middle"
          fontSize="15"
          fontStyle="normal"
          fill="var(--ink-soft)"
        >
          <tspan>x</tspan>
          <tspan dy="4" fontSize="11">
            {index + 1}
          </tspan>
        </text>
      ) : (
        <text
          x={x}
          y={INPUT_Y + 8}
          textAnchor="middle"
          fontSize="23"
          fontWeight="700"
          fill={state === 'wrong' ? 'var(--negative)' : 'var(--ink)'}
        >
          {letter}
        </text>
      )}
    </g>
  );
}
