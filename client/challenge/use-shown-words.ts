'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Shown } from '@/protocol/challenge';

/** Says a result as its challenge means it: a share, so many of so many, or a number of steps. */
export function useShownWords(): (shown: Shown) => string {
  const t = useTranslations('challenge');
  const numbers = useNumbers();
  return useCallback(
    ({ kind, amount, of }) => {
      if (kind === 'share') return numbers.percent(amount);
      if (kind === 'steps') return t('steps', { count: amount });
      return t('count', { amount: numbers.integer(amount), of: numbers.integer(of) });
    },
    [t, numbers],
  );
}
