'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { MapMeasure } from './map-measures';

/** How measures of a map, and their values, are said. */
export function useMeasureText() {
  const t = useTranslations('everybody');
  const numbers = useNumbers();
  return useMemo(() => {
    const plain = (value: number) => numbers.decimal(value, Number.isInteger(value) ? 0 : 1);
    const power = (value: number) => (value < 1 ? String(value) : numbers.integer(value));
    const ticks: Record<MapMeasure, (value: number) => string> = {
      epochs: plain,
      // Quarters have two decimals.
      loss: (value) => numbers.decimal(value, Number.isInteger(value * 10) ? 1 : 2),
      accuracy: (value) => numbers.percent(value, 0),
      speed: power,
      rate: power,
      submissions: numbers.integer,
      result: (value) => numbers.percent(value, 0),
    };
    const values: Record<MapMeasure, (value: number) => string> = {
      ...ticks,
      epochs: (value) => numbers.decimal(value, 1),
      loss: (value) => numbers.decimal(value, 2),
      accuracy: (value) => numbers.percent(value, 1),
      result: (value) => numbers.percent(value, 1),
    };
    return {
      name: (measure: MapMeasure) => t(`measure.${measure}`),
      tick: (measure: MapMeasure) => ticks[measure],
      /** A measure with a student's value: “Epochs 2.4”. */
      value: (measure: MapMeasure, value: number | null) =>
        `${t(`measure.${measure}`)} ${value === null ? '–' : values[measure](value)}`,
    };
  }, [t, numbers]);
}
