'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { VoteResult } from '@/protocol/vote';

/** Says of a vote's second round who changed their mind, in counts; an empty list where there was none. */
export function useShiftWords(): (result: VoteResult) => string[] {
  const t = useTranslations('lesson.vote.shifts');
  return useCallback(
    ({ shifts, right }) => {
      if (!shifts) return [];
      const { stayed, toRight, toWrong, moved } = shifts;
      if (right === null) return [t('stayed', { count: stayed }), t('changed', { count: moved })];
      return [
        t('toRight', { count: toRight }),
        t('toWrong', { count: toWrong }),
        ...(moved > 0 ? [t('moved', { count: moved })] : []),
        t('stayed', { count: stayed }),
      ];
    },
    [t],
  );
}
