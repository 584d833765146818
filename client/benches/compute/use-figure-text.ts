'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

export interface FigureText {
  /** Milliseconds with the unit that fits, about three digits: “42 µs”, “1.3 ms”, “2.1 s”. */
  duration(ms: number): string;
  /** “12×”, “0.03×”. */
  times(value: number): string;
  /** The same on an axis, where room is scarce. */
  tick(value: number): string;
}

/** Writes what this lesson measures. */
export function useFigureText(): FigureText {
  const t = useTranslations('compute.unit');
  const format = useFormatter();
  return useMemo(() => {
    const short = (value: number) => format.number(value, { maximumSignificantDigits: value >= 100 ? 3 : 2 });
    return {
      duration: (ms) =>
        ms < 0.1
          ? t('us', { value: short(ms * 1_000) })
          : ms < 1_000
            ? t('ms', { value: short(ms) })
            : t('s', { value: short(ms / 1_000) }),
      times: (value) => t('times', { value: short(value) }),
      tick: (value) => t('tick', { value: short(value) }),
    };
  }, [t, format]);
}
