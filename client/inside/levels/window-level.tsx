'use client';

import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CellLine } from '@/client/inside/cell-line';
import { listLayout, squareLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import type { SumPlace } from '@/client/inside/place';
import { fourAround, pooledPlace } from '@/client/inside/pooling';
import { SignKey } from '@/client/inside/sign-key';
import { halfOf } from '@/client/inside/use-names';
import { useNumberText } from '@/client/inside/use-number-text';
import { Button } from '@/client/ui/button';
import { sumParts } from '@/engine/inside/sum-parts';
import type { LevelProps } from './level-props';
import { mapOf } from './maps-level';
import { PartsTable } from './parts-table';
import { ACTIVATION_NAMES, SumSteps } from './sum-steps';
import { channelOf, channelSums } from './window-channel';

/** Milliseconds between two places while the filter slides by itself. */
const SLIDE_MS = 200;

/** A filter at one place: the numbers under it times its weights are one number of its map, and the largest of four goes on. */
export function WindowLevel({ network, names, onPlace, place }: LevelProps & { place: SumPlace }) {
  const t = useTranslations('inside');
  const { full } = useNumberText();
  const { layer, unit, spot, part } = place;
  const traced = network.pass.layers[layer]!;
  const side = traced.side!;
  const { units } = traced.layer;
  const parts = useMemo(() => sumParts(traced, unit, spot), [traced, unit, spot]);
  const map = useMemo(() => mapOf(traced.sums, units, unit), [traced, units, unit]);
  const pooledMap = useMemo(() => mapOf(traced.answers, units, unit), [traced, units, unit]);
  const window = channelOf(traced, part);
  const { kernel, channel, channels } = window;
  const input = useMemo(() => mapOf(traced.inputs, channels, channel), [traced, channels, channel]);
  const under = useMemo(() => window.pick(Float32Array.from(parts.from)), [window, parts]);
  // The window's own places on this map.
  const framed = useMemo(
    () => [...under].filter((at) => at !== -1).map((at) => Math.floor(at / channels)),
    [under, channels],
  );
  const layout = useMemo(() => squareLayout(side), [side]);
  const square = useMemo(() => squareLayout(kernel), [kernel]);
  const half = halfOf(traced);
  const pooled = pooledPlace(spot, side);
  const four = fourAround(spot, side);
  const fourSums = four?.map((at) => map[at]!);
  const go = (next: Partial<SumPlace>) => onPlace({ level: 'unit', ...place, ...next });
  const [slides, setSlides] = useState(false);
  useEffect(() => {
    if (!slides) return;
    const timer = setTimeout(() => go({ spot: (spot + 1) % (side * side) }), SLIDE_MS);
    return () => clearTimeout(timer);
  });
  const [row, column] = [Math.floor(spot / side) + 1, (spot % side) + 1];
  const here = t('window.here', { row, column, sum: full(parts.sum) });
  const partWords = t('cell.product', {
    cell: names.input(layer, parts.from[part]!),
    value: full(parts.values[part]!),
    weight: full(parts.weights[part]!),
    product: full(parts.products[part]!),
  });
  const openPart = (index: number) => onPlace({ ...place, level: 'product', part: window.partAt(index) });
  const look = layer === 0 ? 'ink' : 'signed';
  const sums = channelSums(parts.products, channels);
  return (
    <>
      <p className="max-w-5xl">{t('window.hint')}</p>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-[repeat(2,minmax(0,36dvh))]">
          <figure>
            <figcaption className="mb-1 text-sm font-semibold">
              {layer === 0 ? t('window.input') : t('window.channel', { number: channel + 1 })}
            </figcaption>
            <NumberGrid
              values={input}
              layout={layout}
              look={look}
              label={t('window.input')}
              framed={framed}
            />
          </figure>
          <figure>
            <figcaption className="mb-1 text-sm font-semibold">{t('window.map')}</figcaption>
            <NumberGrid
              values={map}
              layout={layout}
              look="signed"
              label={`${t('window.map')}. ${here}`}
              cursor={{ at: spot, move: (to) => go({ spot: to }) }}
              framed={four ?? []}
              first
            />
          </figure>
          <div className="col-span-full flex flex-wrap items-center gap-x-3">
            <CellLine words={here} />
            <Button
              size="sm"
              aria-pressed={slides}
              icon={slides ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
              onClick={() => setSlides(!slides)}
            >
              {t(slides ? 'window.stop' : 'window.slide')}
            </Button>
            <SignKey />
          </div>
          <div
            className="col-span-full grid grid-cols-3 gap-3"
            style={{ maxWidth: `max(${kernel * 9}rem, 54dvh)` }}
          >
            <figure>
              <figcaption className="mb-1 text-sm font-semibold">{t('window.under')}</figcaption>
              <NumberGrid
                values={window.pick(parts.values)}
                layout={square}
                look={look}
                label={t('window.under')}
                at={window.indexOf(part)}
              />
            </figure>
            <figure>
              <figcaption className="mb-1 text-sm font-semibold">{t('window.filter')}</figcaption>
              <NumberGrid
                values={window.pick(parts.weights)}
                layout={square}
                look="signed"
                label={t('window.filter')}
                at={window.indexOf(part)}
              />
            </figure>
            <figure>
              <figcaption className="mb-1 text-sm font-semibold">{t('window.products')}</figcaption>
              <NumberGrid
                values={window.pick(parts.products)}
                layout={square}
                look="signed"
                label={`${t('window.products')}. ${partWords}`}
                cursor={{
                  at: window.indexOf(part),
                  move: (index) => go({ part: window.partAt(index) }),
                  open: openPart,
                }}
              />
            </figure>
            <div className="col-span-full">
              <CellLine
                words={partWords}
                action={{ label: t('unit.open'), act: () => openPart(window.indexOf(part)) }}
              />
            </div>
          </div>
          {channels > 1 && (
            <figure className="col-span-full">
              <figcaption className="mb-1 text-sm font-semibold">
                {t('window.channels', { count: channels })}
              </figcaption>
              <NumberGrid
                values={sums}
                layout={listLayout(channels, Math.min(channels, 8))}
                look="signed"
                label={t('cell.is', {
                  cell: t('window.channel', { number: channel + 1 }),
                  value: full(sums[channel]!),
                })}
                cursor={{
                  at: channel,
                  move: (to) => go({ part: window.indexOf(part) * channels + to }),
                }}
              />
            </figure>
          )}
        </div>
        <SumSteps
          network={network}
          names={names}
          onPlace={onPlace}
          place={place}
          parts={parts}
          answer={pooled === null ? null : pooledMap[pooled]!}
          between={
            <div className="flex flex-col gap-2">
              <p className="tabular text-sm">
                {fourSums
                  ? t('window.four', { four: fourSums.map(full).join(', ') })
                  : t('window.fourDropped')}
              </p>
              <figure className="max-w-44">
                <figcaption className="mb-1 text-sm font-semibold">
                  {t('window.pooled', {
                    activation: ACTIVATION_NAMES[network.architecture.network.activation],
                  })}
                </figcaption>
                <NumberGrid
                  values={pooledMap}
                  layout={squareLayout(half)}
                  look="signed"
                  label={t('cell.is', {
                    cell: names.unit(layer, unit),
                    value: pooled === null ? '–' : full(pooledMap[pooled]!),
                  })}
                  at={pooled}
                />
              </figure>
            </div>
          }
        />
      </div>
      <PartsTable parts={parts} nameOf={(at) => names.input(layer, at)} />
    </>
  );
}
