'use client';

import type { KeyboardEvent, PointerEvent } from 'react';

interface Props {
  /** Which end of which axis. */
  label: string;
  /** What it stands at, in words. */
  text: string;
  /** 0 to 1 from the bottom of the axis. */
  place: number;
  end: 'low' | 'high';
  /** CSS pixels. */
  left: number;
  top: number;
  length: number;
  /** To a place. */
  onMove(place: number): void;
  /** To the next run up or down. */
  onStep(direction: 1 | -1): void;
}

/** One end of the stretch of an axis within which runs are shown: dragged, or moved by the arrow keys from run to run. */
export function BrushHandle({ label, text, place, end, left, top, length, onMove, onStep }: Props) {
  const press = (event: KeyboardEvent) => {
    const to = STEPS[event.key];
    if (to !== undefined) onStep(to);
    else if (event.key === 'Home') onMove(0);
    else if (event.key === 'End') onMove(1);
    else return;
    event.preventDefault();
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    onMove(1 - (event.clientY - box.top - top) / length);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(place * 100)}
      aria-valuetext={text}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      className={`absolute h-6 w-8 -translate-x-1/2 cursor-ns-resize touch-none pointer-coarse:h-9 pointer-coarse:w-11 ${end === 'low' ? '' : '-translate-y-full'}`}
      style={{ left, top: top + (1 - place) * length }}
    >
      <svg
        viewBox="0 0 32 24"
        aria-hidden="true"
        className={`absolute inset-x-0 h-6 w-full ${end === 'low' ? 'top-0' : 'bottom-0 -scale-y-100'}`}
      >
        <path
          d="M16 1 24 11v6H8v-6z"
          fill="var(--surface-raised)"
          stroke="var(--ink)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
    </div>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };
