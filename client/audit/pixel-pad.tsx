'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { Answer } from '@/protocol/refusals';

interface Props {
  dataset: DatasetId;
  /** What was said before; null: nothing. */
  tap: number | null;
  onCommit(pixel: number): Promise<Answer>;
}

/** CSS pixels of one. */
const CELL = 9;
const MOVES: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Paper on which a student points at one pixel, by finger or arrow keys; rows and columns are counted as everywhere on the bench. */
export function PixelPad({ dataset, tap, onCommit }: Props) {
  const t = useTranslations('audit.tap');
  const refusalText = useRefusalText();
  const { side } = DATASETS[dataset];
  const [pixel, setPixel] = useState(tap ?? Math.floor((side * side + side) / 2));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const place = (of: number) => ({ row: Math.floor(of / side) + 1, column: (of % side) + 1 });
  const clamp = (at: number) => Math.min(side - 1, Math.max(0, at));
  const go = (x: number, y: number) => setPixel(clamp(y) * side + clamp(x));
  const point = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    go(
      Math.floor(((event.clientX - box.left) / box.width) * side),
      Math.floor(((event.clientY - box.top) / box.height) * side),
    );
  };
  const press = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    go((pixel % side) + move[0], Math.floor(pixel / side) + move[1]);
  };
  const commit = async () => {
    setBusy(true);
    const answer = await onCommit(pixel);
    setBusy(false);
    setProblem(answer.ok ? null : t('failed', { reason: refusalText(answer.code) }));
  };
  const lines = 'color-mix(in srgb, var(--line) 70%, transparent)';
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('pad')}
        aria-valuemin={0}
        aria-valuemax={side * side - 1}
        aria-valuenow={pixel}
        aria-valuetext={t('at', place(pixel))}
        data-testid="pixel-pad"
        onPointerDown={point}
        onPointerMove={point}
        onKeyDown={press}
        className="relative shrink-0 cursor-crosshair touch-none rounded-sm border border-line-strong bg-surface-raised"
        style={{
          width: side * CELL,
          height: side * CELL,
          backgroundImage: `linear-gradient(${lines} 1px, transparent 1px), linear-gradient(90deg, ${lines} 1px, transparent 1px)`,
          backgroundSize: `${CELL}px ${CELL}px`,
        }}
      >
        {tap !== null && <Mark at={tap} side={side} look="bg-accent" />}
        <Mark at={pixel} side={side} look="outline-2 outline-accent" />
      </div>
      <div className="flex min-w-48 flex-1 flex-col items-start gap-2">
        <p className="text-sm">{broken(t('lead'))}</p>
        <p aria-hidden="true" className="tabular text-sm font-semibold">
          {t('at', place(pixel))}
        </p>
        <Button
          busy={busy}
          disabledReason={tap === pixel ? t('standsShort') : undefined}
          onClick={() => void commit()}
        >
          {t('commit')}
        </Button>
        <LiveRegion visible className="text-sm empty:hidden">
          {tap !== null && <p>{broken(t('stands', place(tap)))}</p>}
        </LiveRegion>
        {problem !== null && (
          <p role="alert" className="text-sm font-semibold text-danger">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

function Mark({ at, side, look }: { at: number; side: number; look: string }) {
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute ${look}`}
      style={{ width: CELL, height: CELL, left: (at % side) * CELL, top: Math.floor(at / side) * CELL }}
    />
  );
}
