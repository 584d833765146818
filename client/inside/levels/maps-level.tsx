'use client';

import { useTranslations } from 'use-intl';
import { squareLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import { openUnit } from '@/client/inside/place';
import { SignKey } from '@/client/inside/sign-key';
import { halfOf } from '@/client/inside/use-names';
import { useNumberText } from '@/client/inside/use-number-text';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { LevelProps } from './level-props';

/** The maps of a convolution, as they go on. */
export function MapsLevel({ network, names, onPlace, layer }: LevelProps & { layer: number }) {
  const t = useTranslations('inside');
  const { full } = useNumberText();
  const traced = network.pass.layers[layer]!;
  const { units } = traced.layer;
  const layout = squareLayout(halfOf(traced));
  const largest = Math.max(...traced.answers.map(Math.abs));
  return (
    <>
      <p className="max-w-5xl">{t('layer.convolution')}</p>
      <OneStopGroup className="grid grid-cols-[repeat(auto-fill,minmax(max(8.5rem,26dvh),1fr))] gap-3">
        {Array.from({ length: units }, (_, filter) => {
          const map = mapOf(traced.answers, units, filter);
          const most = full(Math.max(...map));
          return (
            <button
              key={names.unit(layer, filter)}
              type="button"
              aria-label={t('layer.openMap', { number: filter + 1, most })}
              data-inside-first={filter === 0 ? '' : undefined}
              onClick={() => onPlace(openUnit(network.pass, layer, filter))}
              className="flex cursor-pointer flex-col gap-1.5 rounded-md border border-line-strong p-2 text-left hover:border-ink hover:bg-surface-sunken focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-focus"
            >
              <span className="font-semibold underline underline-offset-4">{names.unit(layer, filter)}</span>
              <NumberGrid values={map} layout={layout} look="signed" largest={largest} label="" />
            </button>
          );
        })}
      </OneStopGroup>
      <SignKey />
    </>
  );
}

/** One map of maps [side, side, channels]. */
export function mapOf(maps: Float32Array, channels: number, channel: number): Float32Array {
  return Float32Array.from({ length: maps.length / channels }, (_, at) => maps[at * channels + channel]!);
}
