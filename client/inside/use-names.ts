'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { TracedLayer } from '@/engine/network/traced-pass';
import type { OpenedNetwork } from './opened-network';

/** What the parts of a network are called. */
export interface Names {
  labels: readonly string[];
  layer(layer: number): string;
  /** A unit, a filter or a label. */
  unit(layer: number, unit: number): string;
  /** A pixel of the picture. */
  pixel(at: number): string;
  /** A number that comes in to a layer; −1: outside the picture. */
  input(layer: number, at: number): string;
}

export function useNames({ architecture, pass, side }: OpenedNetwork): Names {
  const t = useTranslations('inside');
  const { labels } = useDatasetWords(architecture.dataset);
  return useMemo(() => {
    const { layers } = pass;
    const last = layers.length - 1;
    const placeIn = (wide: number, at: number) => ({
      row: Math.floor(at / wide) + 1,
      column: (at % wide) + 1,
    });
    const pixel = (at: number) => t('cell.pixel', placeIn(side, at));
    return {
      labels,
      pixel,
      layer: (layer) => (layer === last ? t('trail.answers') : t('trail.layer', { number: layer + 1 })),
      unit: (layer, unit) =>
        layer === last
          ? labels[unit]!
          : t(layers[layer]!.side === null ? 'trail.unit' : 'trail.filter', { number: unit + 1 }),
      input: (layer, at) => {
        if (at === -1) return t('cell.outside');
        const before = layers[layer - 1];
        if (!before) return pixel(at);
        if (before.side === null) return t('cell.unit', { number: at + 1 });
        const { units } = before.layer;
        return t('cell.map', {
          map: (at % units) + 1,
          ...placeIn(halfOf(before), Math.floor(at / units)),
        });
      },
    };
  }, [t, labels, pass, side]);
}

/** Side of a convolution's maps as they go on. */
export function halfOf({ side }: Pick<TracedLayer, 'side'>): number {
  return Math.floor((side ?? 0) / 2);
}
