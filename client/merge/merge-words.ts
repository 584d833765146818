'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { chanceOf, MERGE_OUTCOMES, mergeOutcome } from '@/protocol/merge-outcome';
import type { MergeNow, MergeResult } from '@/protocol/merge-views';

type Averaged = Pick<MergeNow, 'start' | 'dataset'> & { result: MergeResult };

/** What is said of an average of the class's networks. */
interface MergeWords {
  choices: readonly string[];
  /** The index of what came true. */
  right(merge: Averaged): number;
  /** What there is to say so far, the most telling last: what came, why, how many units moved, and what came of that. */
  findings(merge: Averaged): string[];
  /** Of whom it was made, and who could not be in it. */
  notes(merge: Averaged): string[];
}

export function useMergeWords(): MergeWords {
  const t = useTranslations('merge');
  const numbers = useNumbers();
  return useMemo(() => {
    const outcome = ({ dataset, result }: Averaged, share: number) =>
      mergeOutcome({ plain: share, best: result.best, worst: result.worst, chance: chanceOf(dataset) });
    return {
      choices: MERGE_OUTCOMES.map((one) => t(`choices.${one}`)),
      right: (merge) => MERGE_OUTCOMES.indexOf(outcome(merge, merge.result.plain)),
      findings: (merge) => {
        const { plain, moved, aligned } = merge.result;
        return [
          t(`came.${outcome(merge, plain)}`),
          ...(moved ? [t(`why.${merge.start}`), t('moved', moved)] : []),
          ...(aligned === null ? [] : [t(`alignedCame.${outcome(merge, aligned)}`)]),
        ];
      },
      notes: ({ result: { networks, pictures, leftOut } }) => [
        t('of', { networks: numbers.integer(networks), pictures: numbers.integer(pictures) }),
        ...(['shape', 'start', 'lost'] as const).flatMap((reason) =>
          leftOut[reason] > 0 ? [t(`leftOut.${reason}`, { count: leftOut[reason] })] : [],
        ),
      ],
    };
  }, [t, numbers]);
}
