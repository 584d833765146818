'use client';

import { Check, Eraser, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ClassMark } from '@/client/benches/playground/surface/legend';
import { paintPoints } from '@/client/benches/playground/surface/paint-points';
import { cssColour, readPalette } from '@/client/benches/playground/surface/palette';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import { holdTouch } from '@/client/pointers/follow';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { OWN_POINTS, type OwnPoints, ownPointsFromDrawing } from '@/engine/points/own-points';
import { PLANE, packPointSet } from '@/engine/points/point-set';
import { addPoint, erasePoints, type PlacedPoint } from './drawing-rules';
import type { DrawnState } from './drawn-state';
import { useFaultWords } from './use-fault-words';
import { usePlaneHands } from './use-plane-hands';

interface Props {
  /** What was drawn before in this dialog. */
  kept: DrawnState | null;
  own: OwnPoints | null;
  onKeep(drawn: DrawnState): void;
  onTake(data: OwnPoints): void;
}

const SIDE = 320;
/** Plane units that an arrow key moves the crosshair. */
const KEY_STEP = 0.5;

function startOf(own: OwnPoints | null): DrawnState {
  if (!own || own.points.classes === 0) return { classes: 2, points: [] };
  const { points } = own;
  return {
    classes: points.classes,
    points: Array.from(points.xs, (x, i) => ({ x, y: points.ys[i]!, label: points.labels[i]! })),
  };
}

/** Points drawn by tapping (or with the arrow keys and Enter), each in the chosen class. */
export function DrawnData({ kept, own, onKeep, onTake }: Props) {
  const t = useTranslations('playground');
  const faultWords = useFaultWords();
  const helpId = useId();
  const { classes, points } = kept ?? startOf(own);
  const [label, setLabel] = useState(0);
  const [erasing, setErasing] = useState(false);
  const [cross, setCross] = useState<{ x: number; y: number } | null>(null);
  const [said, setSaid] = useState('');
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const theme = useThemeTick();
  const brush = Math.min(label, classes - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page.
  useEffect(() => {
    const context = sharpContext(canvas, SIDE, SIDE, ratio);
    if (!context) return;
    const palette = readPalette(context.canvas);
    context.clearRect(0, 0, SIDE, SIDE);
    context.strokeStyle = cssColour(palette.line, 0.5);
    context.lineWidth = 1;
    for (const [x1, y1, x2, y2] of [
      [SIDE / 2, 0, SIDE / 2, SIDE],
      [0, SIDE / 2, SIDE, SIDE / 2],
    ] as const) {
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    }
    paintPoints(context, packPointSet('classification', classes, points), SIDE, 4, palette, 'paper');
    if (cross) {
      const [x, y] = [((cross.x + PLANE) * SIDE) / (2 * PLANE), ((PLANE - cross.y) * SIDE) / (2 * PLANE)];
      context.strokeStyle = cssColour(palette.focus);
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(x - 9, y);
      context.lineTo(x + 9, y);
      context.moveTo(x, y - 9);
      context.lineTo(x, y + 9);
      context.stroke();
    }
  }, [classes, points, cross, ratio, theme]);

  const keep = (next: readonly PlacedPoint[]) => onKeep({ classes, points: next });
  const touch = (x: number, y: number) => {
    const next = erasing ? erasePoints(points, x, y) : addPoint(points, { x, y, label: brush });
    if (next === points) return;
    keep(next);
    setSaid(t('own.drawnCount', { count: next.length }));
  };
  const takeHand = usePlaneHands({
    points,
    erasing,
    label: brush,
    onChange(next) {
      keep(next);
      setSaid(t('own.drawnCount', { count: next.length }));
    },
  });
  const press = (event: KeyboardEvent) => {
    const at = cross ?? { x: 0, y: 0 };
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-KEY_STEP, 0],
      ArrowRight: [KEY_STEP, 0],
      ArrowUp: [0, KEY_STEP],
      ArrowDown: [0, -KEY_STEP],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      const within = (value: number) => Math.min(PLANE, Math.max(-PLANE, value));
      const next = { x: within(at.x + move[0]), y: within(at.y + move[1]) };
      setCross(next);
      setSaid(t('own.crossAt', { x: next.x, y: next.y }));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      touch(at.x, at.y);
    }
  };
  const result = points.length === 0 ? null : ownPointsFromDrawing(points, classes);
  const problem = result && !result.ok ? faultWords(result.fault) : null;

  return (
    <div className="flex flex-wrap gap-5">
      <div className="max-w-full">
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move its crosshair.
          tabIndex={0}
          aria-label={t('own.planeNow', { count: points.length })}
          aria-describedby={helpId}
          data-testid="drawing-plane"
          className="graph-paper relative max-w-full touch-none rounded-sm border border-line-strong"
          style={{ width: SIDE, cursor: erasing ? 'cell' : 'crosshair' }}
          ref={holdTouch}
          onPointerDown={takeHand}
          onKeyDown={press}
          onFocus={(event) =>
            event.currentTarget.matches(':focus-visible') && setCross(cross ?? { x: 0, y: 0 })
          }
          onBlur={() => setCross(null)}
        >
          <canvas ref={canvas} className="pointer-events-none block aspect-square w-full" />
        </div>
        <p id={helpId} className="mt-1 max-w-80 text-sm text-ink-soft">
          {t('own.drawHelp')}
        </p>
        <LiveRegion>{said}</LiveRegion>
      </div>
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-3">
        <SegmentedControl
          label={t('own.classCount')}
          labelVisible
          value={String(classes)}
          onChange={(value) =>
            onKeep({ classes: Number(value), points: points.filter((point) => point.label < Number(value)) })
          }
          segments={[2, 3, 4, 5, 6].map((count) => ({ value: String(count), label: count }))}
        />
        <SegmentedControl
          label={t('own.brush')}
          labelVisible
          value={erasing ? 'erase' : String(brush)}
          onChange={(value) => {
            setErasing(value === 'erase');
            if (value !== 'erase') setLabel(Number(value));
          }}
          segments={[
            ...Array.from({ length: classes }, (_, i) => ({
              value: String(i),
              label: (
                <>
                  <ClassMark label={i} classes={classes} />
                  <span>{t('className', { label: i })}</span>
                </>
              ),
            })),
            {
              value: 'erase',
              label: (
                <>
                  <Eraser aria-hidden="true" className="size-4" />
                  <span>{t('own.erase')}</span>
                </>
              ),
            },
          ]}
        />
        <p className="tabular min-h-12 text-sm">
          <span>{t('own.drawnOf', { count: points.length, most: OWN_POINTS.rows })}</span>
          {problem && <span className="mt-1 block font-medium text-warn">{problem}</span>}
        </p>
        <div className="mt-auto flex flex-wrap justify-end gap-2">
          <Button
            look="quiet"
            icon={<Undo2 aria-hidden="true" />}
            disabledReason={points.length === 0 ? t('own.nothing') : undefined}
            onClick={() => keep(points.slice(0, -1))}
          >
            {t('own.undoPoint')}
          </Button>
          <Button
            look="quiet"
            icon={<Trash2 aria-hidden="true" />}
            disabledReason={points.length === 0 ? t('own.nothing') : undefined}
            onClick={() => keep([])}
          >
            {t('own.clear')}
          </Button>
          <Button
            look="primary"
            icon={<Check aria-hidden="true" />}
            disabledReason={result?.ok ? undefined : (problem ?? t('own.nothing'))}
            onClick={() => result?.ok && onTake(result.data)}
          >
            {t('own.use')}
          </Button>
        </div>
      </div>
    </div>
  );
}
