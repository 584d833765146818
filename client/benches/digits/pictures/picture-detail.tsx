'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import type { Picture } from './picture-source';

interface Props {
  picture: Picture;
  /** The name of its label. */
  label: string;
  /** Rows, and columns. */
  side: number;
  labelHidden: boolean;
}

const CELL = 9;
const REACH = 2;

/** One picture large: all its numbers, read with the pointer or the arrow keys. */
export function PictureDetail({ picture, label, side, labelHidden }: Props) {
  const t = useTranslations('bench');
  const [at, setAt] = useState<{ row: number; column: number }>({ row: side / 2, column: side / 2 });
  const clamp = (index: number) => Math.min(side - 1, Math.max(0, index));
  const pixels = picture.pixels.length;
  const value = (row: number, column: number) => picture.pixels[row * side + column] ?? 0;
  const ink = picture.pixels.reduce((count, pixel) => count + (pixel > 0 ? 1 : 0), 0);
  const words = labelHidden
    ? t('pictures.detailHidden', { index: picture.index + 1, ink, pixels })
    : t('pictures.detailText', { index: picture.index + 1, part: picture.part, label, ink, pixels });

  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt({
      row: clamp(Math.floor(((event.clientY - box.top) / box.height) * side)),
      column: clamp(Math.floor(((event.clientX - box.left) / box.width) * side)),
    });
  };
  const press = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    setAt(({ row, column }) => ({ row: clamp(row + move[0]), column: clamp(column + move[1]) }));
  };
  const readout = t('pictures.pixel', {
    row: at.row + 1,
    column: at.column + 1,
    value: value(at.row, at.column),
  });

  return (
    <div className="flex flex-wrap items-start gap-4 lg:flex-col lg:gap-3">
      <div
        role="slider"
        tabIndex={0}
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={255}
        aria-valuenow={value(at.row, at.column)}
        aria-valuetext={readout}
        onPointerMove={point}
        onPointerDown={point}
        onKeyDown={press}
        className="relative cursor-crosshair rounded-sm"
        style={{ width: side * CELL, height: side * CELL }}
      >
        <PictureCanvas
          pixels={picture.pixels}
          size={side * CELL}
          className="rounded-sm border border-line-strong"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute outline-2 outline-accent"
          style={{ width: CELL, height: CELL, top: at.row * CELL, left: at.column * CELL }}
        />
      </div>
      <div className="min-w-0">
        <p aria-hidden="true" className="tabular text-sm font-semibold">
          {readout}
        </p>
        <table
          aria-hidden="true"
          className="tabular mt-1 border-separate border-spacing-0.5 text-center text-xs"
        >
          <caption className="text-left text-xs text-ink-soft">{t('pictures.around')}</caption>
          <tbody>
            {NEIGHBOURS.map((down) => (
              <tr key={down}>
                {NEIGHBOURS.map((right) => {
                  const row = at.row + down;
                  const column = at.column + right;
                  const inside = row >= 0 && row < side && column >= 0 && column < side;
                  return (
                    <td
                      key={right}
                      className={`h-7 w-9.5 rounded-sm bg-surface-sunken ${down === 0 && right === 0 ? 'font-bold outline-2 outline-accent' : ''}`}
                    >
                      {inside ? value(row, column) : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-1 max-w-64 text-xs text-ink-soft">{t('pictures.pixelHint')}</p>
      </div>
    </div>
  );
}

const NEIGHBOURS = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
