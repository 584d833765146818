'use client';

import type { KeyboardEvent, PointerEvent } from 'react';
import { isBackward, isGiven, type QuantityId, quantity } from './quantities';

type ChipState = 'known' | 'unknown' | 'blank' | 'right' | 'wrong';

export interface ChipLook {
  /** The number as it is written; for an unknown one nothing is shown of it. */
  text: string;
  state: ChipState;
  /** Below 0: weights are orange then. */
  negative?: boolean;
}

interface Props {
  id: QuantityId;
  x: number;
  y: number;
  width: number;
  height: number;
  look: ChipLook;
  label: string;
  isSelected: boolean;
  isFactor: boolean;
  tabStop: boolean;
  onPress(): void;
  onFocus(): void;
  onHover(over: boolean): void;
  onPointerDown(event: PointerEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

const FILLS: Record<ChipState, string> = {
  known: 'transparent',
  unknown: 'transparent',
  blank: 'var(--surface)',
  right: 'var(--ok-soft)',
  wrong: 'var(--danger-soft)',
};

const MARKS: Partial<Record<ChipState, { path: string; colour: string }>> = {
  right: { path: 'M-5 0L-1.5 3.5L5 -4', colour: 'var(--ok)' },
  wrong: { path: 'M-4 -4L4 4M4 -4L-4 4', colour: 'var(--danger)' },
};

/** One number in the picture: its sign, and its value once it is known. */
export function ChipRow(props: Props) {
  const { id, x, y, width, height, look, label, isSelected, isFactor } = props;
  const { symbol } = quantity(id);
  const middle = y + height / 2;
  const unknown = look.state === 'unknown';
  const back = isBackward(id);
  const mark = MARKS[look.state];
  return (
    <>
      {/* The button beside it says all this in words. */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus. */}
      <g aria-hidden="true">
        <rect
          x={x + 2}
          y={y}
          width={width - 4}
          height={height}
          rx="7"
          fill={look.state === 'known' && back ? 'var(--accent-soft)' : FILLS[look.state]}
        />
        <text
          x={x + (back ? 8 : 10)}
          y={middle + 4.5}
          fontSize={back ? 12.5 : 14.5}
          fontFamily="var(--font-stack-formula)"
          letterSpacing={back ? '-0.5' : undefined}
          fontWeight={isGiven(id) ? 600 : 500}
          fill="var(--ink-soft)"
          opacity={unknown ? 0.8 : 1}
        >
          {symbol}
        </text>
        <text
          x={x + width - (mark ? 23 : back ? 7 : 10)}
          y={middle + 5}
          textAnchor="end"
          // Beside a mark there is less room: seven characters must end before the sign.
          fontSize={mark ? 12.5 : back ? 15 : 16.5}
          letterSpacing={mark ? '-0.3' : undefined}
          fontWeight={unknown ? 500 : 700}
          className="tabular"
          fill={
            unknown
              ? 'var(--ink-soft)'
              : /^w/.test(id)
                ? look.negative
                  ? 'var(--negative)'
                  : 'var(--positive)'
                : 'var(--ink)'
          }
        >
          {unknown ? '·' : look.text}
        </text>
        {mark && (
          <path
            d={mark.path}
            transform={`translate(${x + width - 13} ${middle})`}
            fill="none"
            stroke={mark.colour}
            strokeWidth="2.25"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )}
      </g>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button. */}
      <g
        role="button"
        tabIndex={props.tabStop ? 0 : -1}
        aria-label={label}
        aria-pressed={isSelected}
        data-chip={id}
        data-state={look.state}
        onClick={props.onPress}
        onFocus={props.onFocus}
        onPointerDown={props.onPointerDown}
        onPointerEnter={(event) => event.pointerType === 'mouse' && props.onHover(true)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && props.onHover(false)}
        onKeyDown={props.onKeyDown}
        className="group/chip cursor-pointer outline-none"
      >
        <rect
          x={x + 2}
          y={y}
          width={width - 4}
          height={height}
          rx="7"
          fill="transparent"
          stroke={
            isSelected
              ? 'var(--accent)'
              : isFactor
                ? 'var(--ink)'
                : look.state === 'blank'
                  ? 'var(--accent)'
                  : 'transparent'
          }
          strokeWidth={isSelected ? 3 : isFactor ? 2.5 : 1.5}
          strokeDasharray={look.state === 'blank' && !isSelected ? '4 3' : undefined}
          className="group-hover/chip:stroke-ink"
        />
        <rect
          x={x - 1}
          y={y - 3}
          width={width + 2}
          height={height + 6}
          rx="9"
          fill="none"
          strokeWidth="3"
          className="stroke-transparent group-focus-visible/chip:stroke-focus"
        />
      </g>
    </>
  );
}
