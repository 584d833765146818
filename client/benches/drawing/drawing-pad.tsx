'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { channels, tokenColour } from '@/client/charts/token-colour';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import { holdTouch } from '@/client/pointers/follow';
import { LiveRegion } from '@/client/ui/live-region';
import { beginStroke, clearDrawing, type Drawing, extendStroke, isEmpty, undoStroke } from './drawing';
import { paintDrawing } from './paint-drawing';
import { useHands } from './use-hands';

/** What the paper is for. */
export interface PadWords {
  /** What it is called. */
  paper: string;
  /** Stands on it while it is empty. */
  drawHere: string;
  /** What is on it, where there is something. */
  nowDrawn(strokes: number): string;
}

interface Props {
  drawing: Drawing;
  /** Given as a change of what is there, since several strokes' points may come within one frame. */
  onChange(change: (drawing: Drawing) => Drawing): void;
  erasing: boolean;
  /** A stroke has begun or ended. */
  onBusy(busy: boolean): void;
  words: PadWords;
}

/** Pixels of the canvas; on screen it is as large as its place. */
const SIZE = 768;
/** Steps across the paper for the arrow keys. */
const GRID = 14;

/** The paper: mouse, finger, pen or arrow keys. */
export function DrawingPad({ drawing, onChange, erasing, onBusy, words }: Props) {
  const t = useTranslations('bench');
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const helpId = useId();
  const theme = useThemeTick();
  const [keys, setKeys] = useState<{ column: number; row: number; down: boolean } | null>(null);
  const [said, setSaid] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colour that is read while painting.
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    paintDrawing(context, drawing, SIZE, channels(tokenColour(canvas, 'ink')));
  }, [drawing, theme]);

  const busy = useRef(false);
  const takeHand = useHands({
    erasing,
    onChange,
    onBusy(now) {
      busy.current = now;
      onBusy(now);
    },
  });

  const centre = (index: number) => (index + 0.5) / GRID;
  const press = (event: KeyboardEvent) => {
    const at = keys ?? { column: 6, row: 2, down: false };
    const arrow = ARROWS[event.key];
    if (arrow) {
      const next = {
        ...at,
        column: Math.min(GRID - 1, Math.max(0, at.column + arrow[0])),
        row: Math.min(GRID - 1, Math.max(0, at.row + arrow[1])),
      };
      setKeys(next);
      if (at.down) onChange((before) => extendStroke(before, centre(next.column), centre(next.row)));
      setSaid(
        t('drawing.cursor', {
          state: t(next.down ? 'drawing.down' : 'drawing.up'),
          column: next.column + 1,
          row: next.row + 1,
        }),
      );
    } else if (event.key === ' ') {
      setKeys({ ...at, down: !at.down });
      onBusy(!at.down);
      setSaid(t(at.down ? 'drawing.penUp' : 'drawing.penDown'));
      if (!at.down) onChange((before) => beginStroke(before, centre(at.column), centre(at.row), erasing));
    } else if (event.key === 'Escape' && at.down) {
      setKeys({ ...at, down: false });
      onBusy(false);
      setSaid(t('drawing.penUp'));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      onChange(clearDrawing);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      onChange(undoStroke);
    } else return;
    event.preventDefault();
  };

  const onIt = isEmpty(drawing) ? t('drawing.nowEmpty') : words.nowDrawn(drawing.strokes.length);
  return (
    <div className="relative aspect-square w-full max-w-96 overflow-hidden rounded-md border-2 border-line-strong bg-surface-sunken">
      {/* Keys go to the paper itself, as to a map: no reader's shortcuts in between. */}
      <div
        role="application"
        data-testid="drawing-canvas"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the paper is drawn on with the arrow keys.
        tabIndex={0}
        aria-label={`${words.paper}. ${onIt}`}
        aria-describedby={helpId}
        ref={holdTouch}
        onPointerDown={(event) => {
          setKeys(null);
          takeHand(event);
        }}
        // A pen or a finger that rests asks for no menu.
        onContextMenu={(event) => busy.current && event.preventDefault()}
        onKeyDown={press}
        onBlur={() => {
          if (keys?.down) onBusy(false);
          setKeys(null);
        }}
        className="size-full cursor-crosshair touch-none select-none focus-visible:-outline-offset-4"
      >
        <canvas ref={canvasRef} width={SIZE} height={SIZE} className="block size-full" />
      </div>
      {isEmpty(drawing) && (
        <p
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 grid place-items-center px-6 text-center font-display text-lg font-bold text-ink-soft"
        >
          {words.drawHere}
        </p>
      )}
      {keys && (
        <span
          aria-hidden="true"
          className={`pointer-events-none absolute rounded-full border-3 ${keys.down ? 'border-accent bg-accent' : 'border-accent'}`}
          style={{
            width: `${100 / GRID}%`,
            height: `${100 / GRID}%`,
            left: `${(100 * keys.column) / GRID}%`,
            top: `${(100 * keys.row) / GRID}%`,
          }}
        />
      )}
      <p id={helpId} className="sr-only">
        {t('drawing.paperHelp')}
      </p>
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
}

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
