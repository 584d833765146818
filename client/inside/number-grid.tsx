'use client';

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import { classNames } from '@/client/ui/class-names';
import { besideOf, type GridLayout } from './grid-layout';
import { type GridLook, paintGrid } from './paint-grid';
import { useNumberText } from './use-number-text';

export interface NumberGridProps {
  values: ArrayLike<number>;
  layout: GridLayout;
  look: GridLook;
  /** The number that gets the full colour; left out: the largest there is. */
  largest?: number;
  /** What it shows, in words. */
  label: string;
  /** The number in front, and what becomes of it; left out: a picture that is only looked at. */
  cursor?: {
    at: number;
    move(index: number): void;
    /** One tap or Enter; left out: the number in front is all there is to choose. */
    open?: ((index: number) => void) | undefined;
  };
  /** The number in front where the picture is only looked at. */
  at?: number | null;
  framed?: readonly number[];
  /** What the keyboard is to be on as the level opens. */
  first?: boolean;
  className?: string;
}

/** CSS pixels of a cell that a finger meets: smaller ones are chosen first and opened with a second tap. */
const FINGER = 24;
const NONE: readonly number[] = [];

/** Numbers as a picture of cells. One stop for Tab: arrow keys move among them, Enter opens. */
export function NumberGrid(props: NumberGridProps) {
  const { values, layout, look, label, cursor, framed = NONE, first, className } = props;
  const [box, width] = useElementWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const theme = useThemeTick();
  const { short } = useNumberText();
  const cell = width / layout.columns;
  const largest = props.largest ?? largestSize(values);
  const at = cursor?.at ?? props.at ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const context = sharpContext(canvas, width, cell * layout.rows, ratio);
    if (context && canvas.current)
      paintGrid(context, canvas.current, { values, layout, look, largest, cell, framed, at, write: short });
  }, [values, layout, look, largest, cell, width, framed, at, ratio, theme, short]);
  const picture = (
    <canvas
      ref={canvas}
      className="block w-full"
      style={{ aspectRatio: `${layout.columns} / ${layout.rows}` }}
      {...(cursor ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
  return (
    <div
      ref={box}
      className={classNames(
        'w-full overflow-hidden rounded-sm border border-line bg-surface-raised',
        className,
      )}
    >
      {cursor ? (
        <Chooser layout={layout} cell={cell} label={label} cursor={cursor} first={first}>
          {picture}
        </Chooser>
      ) : (
        picture
      )}
    </div>
  );
}

function largestSize(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

interface ChooserProps {
  layout: GridLayout;
  cell: number;
  label: string;
  cursor: NonNullable<NumberGridProps['cursor']>;
  first: boolean | undefined;
  children: React.JSX.Element;
}

/** The picture as one button: pointers choose where they are, keys where the cursor is. */
function Chooser({ layout, cell, label, cursor, first, children }: ChooserProps) {
  const indexUnder = (event: MouseEvent<HTMLButtonElement>): number | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [column, row] = [
      Math.floor((event.clientX - left) / cell),
      Math.floor((event.clientY - top) / cell),
    ];
    if (column < 0 || column >= layout.columns || row < 0 || row >= layout.rows) return null;
    const index = layout.indexAt[row * layout.columns + column]!;
    return index === -1 ? null : index;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = besideOf(layout, cursor.at, event.key);
    if (event.key.startsWith('Arrow')) event.preventDefault();
    if (to !== null) cursor.move(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.pointerType !== 'mouse' || !cursor.open) return;
    const index = indexUnder(event);
    if (index !== null && index !== cursor.at) cursor.move(index);
  };
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    // A click without a pointer comes from the keyboard or from a reader.
    const index = event.detail === 0 ? cursor.at : indexUnder(event);
    if (index === null) return;
    const byFinger = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
    if (!cursor.open || (byFinger && cell < FINGER && index !== cursor.at)) cursor.move(index);
    else cursor.open(index);
  };
  return (
    <button
      type="button"
      aria-label={label}
      data-inside-first={first ? '' : undefined}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onClick={onClick}
      className="block w-full cursor-pointer touch-manipulation focus-visible:outline-3 focus-visible:-outline-offset-3 focus-visible:outline-focus"
    >
      {children}
    </button>
  );
}
