'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ENSEMBLE_OUTCOMES, type EnsembleOutcome, ensembleOutcome } from '@/protocol/ensemble-outcome';
import type { EnsembleResult } from '@/protocol/ensemble-views';

/** What is said of a vote of networks. */
export interface EnsembleWords {
  choices: readonly string[];
  /** The index of what came true. */
  right(result: EnsembleResult): number;
  came(result: EnsembleResult): string;
  /** What there is to know beyond the figures, the most telling first. */
  notes(result: EnsembleResult): string[];
}

export function useEnsembleWords(): EnsembleWords {
  const t = useTranslations('ensemble');
  const numbers = useNumbers();
  return useMemo(
    () => ({
      choices: ENSEMBLE_OUTCOMES.map((outcome) => t(`choices.${outcome}`)),
      right: (result) => ENSEMBLE_OUTCOMES.indexOf(ensembleOutcome(result)),
      came: (result) => t(`came.${ensembleOutcome(result) satisfies EnsembleOutcome}`),
      notes: ({ toldApart, onlyVote, onlyBest, onlyOne, outvoted, nobody, leftOut, average }) => [
        t(`toldApart.${toldApart}`, { vote: numbers.integer(onlyVote), best: numbers.integer(onlyBest) }),
        t('onlyOne', { count: onlyOne }),
        t('outvoted', { count: outvoted }),
        t('nobody', { count: nobody }),
        ...(average
          ? [
              t('average', {
                plain: numbers.percent(average.plain),
                aligned: numbers.percent(average.aligned),
              }),
            ]
          : []),
        ...(leftOut > 0 ? [t('leftOut', { count: leftOut })] : []),
      ],
    }),
    [t, numbers],
  );
}
