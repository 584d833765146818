'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { tickDecimals } from '@/client/charts/plot/tick-decimals';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { MapMeasure } from './map-measures';

/** How measures of a map, and their values, are said. */
export function useMeasureText() {
  const t = useTranslations('everybody');
  const numbers = useNumbers();
  return useMemo(() => {
    const power = (value: number) => (value < 1 ? String(value) : numbers.integer(value));
    const decimals = (all: readonly number[]) => (value: number) => numbers.decimal(value, tickDecimals(all));
    const percents = (all: readonly number[]) => (value: number) =>
      numbers.percent(value, tickDecimals(all.map((part) => part * 100)));
    const ticks: Record<MapMeasure, (all: readonly number[]) => (value: number) => string> = {
      epochs: decimals,
      loss: decimals,
      accuracy: percents,
      speed: () => power,
      rate: () => power,
      submissions: () => numbers.integer,
      result: percents,
    };
    const values: Record<MapMeasure, (value: number) => string> = {
      epochs: (value) => numbers.decimal(value, 1),
      loss: (value) => numbers.decimal(value, 2),
      accuracy: (value) => numbers.percent(value, 1),
      speed: power,
      rate: power,
      submissions: numbers.integer,
      result: (value) => numbers.percent(value, 1),
    };
    return {
      name: (measure: MapMeasure) => t(`measure.${measure}`),
      /** Writes the values at an axis, all alike. @param all what it is written at */
      tick: (measure: MapMeasure, all: readonly number[]) => ticks[measure](all),
      /** A measure with a student's value: “Epochs 2.4”. */
      value: (measure: MapMeasure, value: number | null) =>
        `${t(`measure.${measure}`)} ${value === null ? '–' : values[measure](value)}`,
    };
  }, [t, numbers]);
}
