'use client';

import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import { CompareBar } from '@/client/review/runs/compare-bar';
import { type ClassRun, type FieldId, isNumberField, knownFields } from '@/client/review/runs/run-fields';
import type { RunWords } from '@/client/review/runs/use-run-words';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { SelectField } from '@/client/ui/select-field';
import { RunsData } from './runs-data';
import { ScatterAxes } from './scatter-axes';
import { ScatterCanvas } from './scatter-canvas';
import { nearestPoint, pointsWithin, scatterPoints } from './scatter-points';
import { useFieldAxes } from './use-field-axes';

interface Props {
  runs: readonly ClassRun[];
  words: RunWords;
  /** The axis across at first. */
  usual: FieldId;
  /** Ids of the runs that the brush lets through. */
  within: ReadonlySet<string>;
}

const HEIGHT = 400;
const MARGIN = { left: 84, right: 20, top: 14, bottom: 48 };
const REACH = 24;
/** Less than so many pixels are a tap, and no box. */
const TAP = 5;

/** Anything against anything: each run at its place, to be chosen and compared. */
export function ScatterCard({ runs, words, usual, within }: Props) {
  const t = useTranslations('pictures.scatter');
  const pictures = useTranslations('pictures');
  const numbers = useNumbers();
  const [box, measured] = useElementWidth<HTMLDivElement>();
  const width = measured || 900;
  const [ids, setIds] = useState<readonly [x: FieldId, y: FieldId]>([usual, 'accuracy']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<string | null>(null);
  const [drag, setDrag] = useState<{ from: Place; to: Place } | null>(null);
  const [x, y] = useFieldAxes(runs, ids, words);
  const area = {
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 40, width - MARGIN.right),
    top: MARGIN.top,
    bottom: HEIGHT - MARGIN.bottom,
  };
  const { left, right, top, bottom } = area;
  const points = useMemo(
    () =>
      scatterPoints(
        runs,
        { ...x!, words: !isNumberField(x!.id) },
        { ...y!, words: !isNumberField(y!.id) },
        { left, right, top, bottom },
      ),
    [runs, x, y, left, right, top, bottom],
  );
  const ordered = useMemo(() => points.toSorted((a, b) => a.x - b.x || b.y - a.y), [points]);
  const toggle = (some: readonly string[]) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of some)
        if (some.length === 1 && after.has(id)) after.delete(id);
        else after.add(id);
      return after;
    });
  const step = (event: KeyboardEvent) => {
    const at = ordered.findIndex(({ run }) => run.id === pointed);
    const by = STEPS[event.key];
    if (by !== undefined) {
      const next = ordered[Math.min(ordered.length - 1, Math.max(0, at + by))];
      setPointed(next?.run.id ?? null);
    } else if ((event.key === 'Enter' || event.key === ' ') && pointed !== null) toggle([pointed]);
    else if (event.key === 'Escape') setPointed(null);
    else return;
    event.preventDefault();
  };
  const placeOf = (event: PointerEvent<HTMLElement>): Place => {
    const { left: from, top: above } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - from, y: event.clientY - above };
  };
  const lift = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    const to = placeOf(event);
    const tapped = Math.hypot(to.x - drag.from.x, to.y - drag.from.y) < TAP;
    const hit = tapped ? nearestPoint(points, to.x, to.y, REACH) : null;
    toggle(hit ? [hit.run.id] : tapped ? [] : pointsWithin(points, drag.from, to).map(({ run }) => run.id));
    setDrag(null);
  };
  const point = points.find(({ run }) => run.id === pointed);
  const said = point
    ? [
        pictures('runOf', { name: words.value(point.run, 'student'), number: point.run.number }),
        ...ids
          .filter((id) => id !== 'student')
          .map((id) => `${words.name(id)} ${words.value(point.run, id)}`),
        ...(chosen.has(point.run.id) ? [t('isChosen')] : []),
      ].join(', ')
    : '';
  const choices = knownFields(runs).map((id) => ({ value: id, label: words.nameWithUnit(id) }));
  return (
    <Card as="section" title={t('title')}>
      <div className="mb-3 flex flex-wrap gap-4">
        <SelectField
          label={t('up')}
          value={ids[1]}
          onChange={(id) => setIds([ids[0], id])}
          choices={choices}
          className="w-60"
        />
        <SelectField
          label={t('across')}
          value={ids[0]}
          onChange={(id) => setIds([id, ids[1]])}
          choices={choices}
          className="w-60"
        />
      </div>
      <div ref={box}>
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are gone through with the arrow keys.
          tabIndex={0}
          aria-label={t('says', {
            y: words.name(ids[1]),
            x: words.name(ids[0]),
            count: numbers.integer(points.length),
          })}
          aria-describedby="scatter-help"
          data-testid="scatter"
          onKeyDown={step}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ from: placeOf(event), to: placeOf(event) });
          }}
          onPointerMove={(event) => {
            const at = placeOf(event);
            if (drag) setDrag({ ...drag, to: at });
            setPointed(nearestPoint(points, at.x, at.y, REACH)?.run.id ?? null);
          }}
          onPointerUp={lift}
          onPointerCancel={() => setDrag(null)}
          className="relative cursor-crosshair touch-pan-y select-none"
          style={{ height: HEIGHT }}
        >
          <ScatterAxes x={x!} y={y!} area={area} width={width} height={HEIGHT} drag={drag} />
          <ScatterCanvas
            points={points}
            within={within}
            chosen={chosen}
            pointed={pointed}
            width={width}
            height={HEIGHT}
          />
          {point && (
            <p
              aria-hidden="true"
              className="pointer-events-none absolute z-10 max-w-60 -translate-x-1/2 rounded-md border border-line bg-surface-raised px-2.5 py-1.5 text-xs shadow-popup"
              style={{
                left: Math.min(Math.max(point.x, 125), width - 125),
                ...(point.y > HEIGHT / 2 ? { bottom: HEIGHT - point.y + 14 } : { top: point.y + 14 }),
              }}
            >
              {said}
            </p>
          )}
        </div>
      </div>
      <p id="scatter-help" className="mt-1 text-sm text-ink-soft">
        {t('help')}
      </p>
      <LiveRegion>{said}</LiveRegion>
      {points.length < runs.length && (
        <p className="mt-1 text-sm text-ink-soft">{t('unknown', { count: runs.length - points.length })}</p>
      )}
      <div className="-mx-4 mt-3 sm:-mx-5">
        <CompareBar runs={runs} chosen={chosen} onClear={() => setChosen(new Set())} />
      </div>
      <RunsData caption={t('title')} runs={runs} fields={[...new Set(ids)]} words={words} />
    </Card>
  );
}

interface Place {
  x: number;
  y: number;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -1e6,
  End: 1e6,
};
