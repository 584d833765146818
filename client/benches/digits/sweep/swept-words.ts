'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { SweptSetting } from '@/client/training/sweep/sweep-plan';

/** How a swept setting is called, and how its values are written: rates as they are typed, counts as counts. */
export interface SweptWords {
  name(setting: SweptSetting): string;
  write(setting: SweptSetting, value: number): string;
}

export function useSweptWords(): SweptWords {
  const t = useTranslations('sweep');
  const numbers = useNumbers();
  return useMemo(
    () => ({
      name: (setting) => t(`settings.${setting}`),
      write: (setting, value) =>
        setting === 'learningRate' || setting === 'l2'
          ? value.toFixed(7).replace(/\.?0+$/, '')
          : numbers.integer(value),
    }),
    [t, numbers],
  );
}
