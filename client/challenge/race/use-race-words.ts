'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RACE_LIMITS, type RaceRules } from '@/protocol/race';
import { barText } from './bar-text';

/** A race in words: what it is about, and then whether teams rank and what it limits. */
export interface RaceWords {
  about: string;
  limits: string[];
}

/** Says rules in words. */
export function useRaceWords(): (rules: RaceRules) => RaceWords {
  const t = useTranslations('challenge.race');
  const numbers = useNumbers();
  return useCallback(
    ({ metric, bar, limits, teams }) => ({
      about: t(`about.${metric}`, { bar: barText(numbers, bar) }),
      limits: [
        ...(teams ? [t('byTeams')] : []),
        ...RACE_LIMITS.flatMap((name) => {
          const most = limits[name];
          return most === null ? [] : [t(`limit.${name}`, { most: numbers.integer(most) })];
        }),
      ],
    }),
    [t, numbers],
  );
}
