'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Shown } from '@/protocol/challenge';
import type { RaceShown } from '@/protocol/race';

/** Says a result as its challenge means it: a share, so many of so many, a number of steps, or what a race with a bar is about. */
export function useShownWords(): (shown: Shown | RaceShown) => string {
  const t = useTranslations('challenge');
  const numbers = useNumbers();
  return useCallback(
    ({ kind, amount, of }) => {
      if (kind === 'share') return numbers.percent(amount);
      if (kind === 'weights' || kind === 'examples') return numbers.integer(amount);
      if (kind === 'steps') return t('steps', { count: amount });
      return t('count', { amount: numbers.integer(amount), of: numbers.integer(of) });
    },
    [t, numbers],
  );
}
