'use client';

import { Columns3 } from 'lucide-react';
import { type PointerEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ColumnsDialog } from '@/client/review/runs/columns-dialog';
import { type ClassRun, type FieldId, fieldOf, knownFields } from '@/client/review/runs/run-fields';
import type { RunWords } from '@/client/review/runs/use-run-words';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LinkButton } from '@/client/ui/link-button';
import { LiveRegion } from '@/client/ui/live-region';
import { comparePath, MOST_COMPARED } from '@/protocol/compare-runs';
import { axisLineAt } from './axis-line-at';
import { AxisNames } from './axis-names';
import { type Brush, brushRange, isWithin, moveEnd, nextStop, type Places } from './brush';
import { BrushHandle } from './brush-handle';
import { ParallelCanvas } from './parallel-canvas';
import { RunsData } from './runs-data';
import { apartBy } from './scatter-points';
import { type NamedAxis, useFieldAxes } from './use-field-axes';

interface Props {
  runs: readonly ClassRun[];
  words: RunWords;
  /** The axes at first. */
  usual: readonly FieldId[];
  brush: Brush;
  onBrush(brush: Brush): void;
}

const HEIGHT = 360;
const TOP = 56;
const BOTTOM = 36;
const LENGTH = HEIGHT - TOP - BOTTOM;
/** CSS pixels between two axes at least. */
const LEAST_ROOM = 112;
/** Beside the first axis, and beside the last, whose values stand to its right. */
const MARGIN = { left: 56, right: 84 };
/** CSS pixels from a line at which it is meant. */
const REACH = 8;

/** Settings and results as axes beside each other, each run a line; what is brushed on the axes stands out. */
export function ParallelCard({ runs, words, usual, brush, onBrush }: Props) {
  const t = useTranslations('pictures.parallel');
  const numbers = useNumbers();
  const [box, measured] = useElementWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<readonly FieldId[] | null>(null);
  const pictures = useTranslations('pictures');
  const [arranging, setArranging] = useState(false);
  const [pointed, setPointed] = useState<{ id: string; x: number; y: number } | null>(null);
  const ids = chosen ?? usual;
  const axes = useFieldAxes(runs, ids, words);
  const width = Math.max(measured || 900, MARGIN.left + MARGIN.right + (axes.length - 1) * LEAST_ROOM);
  const inner = width - MARGIN.left - MARGIN.right;
  const across = axes.map((_, index) =>
    axes.length === 1 ? width / 2 : MARGIN.left + (index * inner) / (axes.length - 1),
  );
  const places = useMemo(
    () =>
      runs.map(
        (run): Places => Object.fromEntries(axes.map(({ id, place }) => [id, place(fieldOf(run, id))])),
      ),
    [runs, axes],
  );
  const height = (place: number | null | undefined) => (place == null ? null : TOP + (1 - place) * LENGTH);
  const lines = runs.map(({ id }, index) => ({
    id,
    heights: axes.map((axis, at) => {
      const place = places[index]![axis.id] ?? null;
      // Lines through one value would lie on each other: they are drawn a little apart.
      return height(place === null || !axis.few ? place : spread(place, id, at));
    }),
    within: isWithin(places[index]!, brush),
  }));
  const within = runs.filter((_, index) => lines[index]!.within);
  const said = t('within', { count: within.length, all: numbers.integer(runs.length) });
  const textAt = (axis: NamedAxis, place: number) => {
    const nearest = runs
      .map((run) => fieldOf(run, axis.id))
      .filter((value) => axis.place(value) !== null)
      .sort((a, b) => Math.abs(axis.place(a)! - place) - Math.abs(axis.place(b)! - place))[0];
    return nearest == null ? '' : axis.write(nearest);
  };
  const handle = (axis: NamedAxis, index: number, end: 'low' | 'high') => {
    const place = brushRange(brush, axis.id)[end];
    const stops = places.flatMap((one) => one[axis.id] ?? []);
    return (
      <BrushHandle
        key={`${axis.id} ${end}`}
        label={t(end, { name: axis.name })}
        text={textAt(axis, place)}
        place={place}
        end={end}
        left={across[index]!}
        top={TOP}
        length={LENGTH}
        onMove={(to) => onBrush(moveEnd(brush, axis.id, end, to))}
        onStep={(direction) => onBrush(moveEnd(brush, axis.id, end, nextStop(stops, place, direction)))}
      />
    );
  };
  // Of those that stand out; every run is in the table below for whoever points at nothing.
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const strong = lines.filter((line) => line.within);
    const index = axisLineAt(strong, across, { x, y }, REACH);
    setPointed(index === null ? null : { id: strong[index]!.id, x, y });
  };
  const pointedRun = pointed && (runs.find(({ id }) => id === pointed.id) ?? null);
  return (
    <Card
      as="section"
      title={t('title')}
      actions={
        <Button size="sm" icon={<Columns3 aria-hidden="true" />} onClick={() => setArranging(true)}>
          {t('axes')}
        </Button>
      }
    >
      <p className="mb-2 max-w-prose text-sm text-ink-soft">{t('lead')}</p>
      <div ref={box} className="overflow-x-auto">
        <section
          aria-label={t('says', { count: numbers.integer(runs.length) })}
          className="relative"
          style={{ width, height: HEIGHT }}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setPointed(null)}
        >
          <ParallelCanvas
            lines={lines}
            across={across}
            pointed={pointedRun?.id ?? null}
            width={width}
            height={HEIGHT}
          />
          <svg
            viewBox={`0 0 ${width} ${HEIGHT}`}
            aria-hidden="true"
            className="pointer-events-none absolute inset-0"
            width={width}
            height={HEIGHT}
          >
            {axes.map(({ id }, index) => (
              <path
                key={id}
                d={`M${across[index]} ${TOP}V${TOP + LENGTH}`}
                stroke="var(--line-strong)"
                strokeWidth="1.5"
              />
            ))}
          </svg>
          {axes.map((axis, index) => (
            <AxisNames
              key={axis.id}
              axis={axis}
              left={across[index]!}
              top={TOP}
              length={LENGTH}
              room={(across[index + 1] ?? width) - across[index]!}
              nameRoom={
                2 * Math.min(across[index]!, width - across[index]!, inner / 2 / (axes.length - 1 || 1)) - 6
              }
            />
          ))}
          {axes.map((axis, index) => [handle(axis, index, 'low'), handle(axis, index, 'high')])}
          {pointed && pointedRun && (
            <p
              aria-hidden="true"
              data-testid="parallel-run"
              className="pointer-events-none absolute z-10 w-56 -translate-x-1/2 rounded-md border border-line bg-surface-raised px-2.5 py-1.5 text-xs shadow-popup"
              style={{
                left: Math.min(Math.max(pointed.x, 118), width - 118),
                ...(pointed.y > HEIGHT / 2 ? { bottom: HEIGHT - pointed.y + 14 } : { top: pointed.y + 14 }),
              }}
            >
              <span className="block font-semibold" translate="no">
                {pictures('runOf', { name: words.value(pointedRun, 'student'), number: pointedRun.number })}
              </span>
              <span className="block">
                {ids
                  .filter((id) => id !== 'student')
                  .map((id) => `${words.name(id)} ${words.value(pointedRun, id)}`)
                  .join(', ')}
              </span>
            </p>
          )}
        </section>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <span className="tabular">{said}</span>
        {within.length > 1 && within.length <= MOST_COMPARED && (
          <LinkButton size="sm" href={comparePath(within.map(({ id }) => id))} prefetch={false}>
            {t('compare')}
          </LinkButton>
        )}
        {Object.keys(brush).length > 0 && (
          <Button size="sm" look="quiet" onClick={() => onBrush({})}>
            {t('all')}
          </Button>
        )}
        <LiveRegion>{Object.keys(brush).length > 0 ? said : ''}</LiveRegion>
      </div>
      <RunsData caption={t('title')} runs={within} fields={ids} words={words} />
      <ColumnsDialog
        open={arranging}
        onOpenChange={setArranging}
        title={t('axes')}
        lead={t('axesLead')}
        offered={knownFields(runs)}
        columns={ids}
        onChange={setChosen}
        nameOf={words.name}
      />
    </Card>
  );
}

/** Within the axis, by the run and the axis: always the same way. */
function spread(place: number, id: string, axis: number): number {
  return Math.min(1, Math.max(0, place + 0.6 * apartBy(id, axis)));
}
