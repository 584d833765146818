'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DatasetId } from '@/protocol/datasets';
import { LEAK_OUTCOMES } from '@/protocol/leak-rules';
import type { LeakNow } from '@/protocol/leak-views';

/** What is said of what a gradient tells. */
interface LeakWords {
  choices: readonly string[];
  /** What was guessed how often; empty: not told yet. */
  tallies(leak: LeakNow): string[];
  /** How far the sum is, in one line; null: there is none. */
  progress(leak: LeakNow): string | null;
  /** Why the sum before came to nothing; null: it did not. */
  trouble(leak: LeakNow): string | null;
  /** What the newest sum came to; null: there is none. */
  summed(leak: LeakNow): string | null;
}

/** @param dataset the class's: what its pictures show has names of its own */
export function useLeakWords(dataset: DatasetId): LeakWords {
  const t = useTranslations('leak');
  return useMemo(() => {
    const choices = LEAK_OUTCOMES.map((one) => t(`choices.${one}`, { dataset }));
    return {
      choices,
      tallies: ({ guesses, guessed }) =>
        guesses && guessed > 0 ? guesses.map((count, at) => t('tally', { choice: choices[at]!, count })) : [],
      progress: ({ sum }) => {
        if (sum === null) return null;
        const { phase, joined, sent, missing, revealed } = sum;
        return t(`progress.${phase}`, { joined, sent, missing, revealed });
      },
      trouble: ({ sum }) => (sum?.trouble ? t(`trouble.${sum.trouble}`) : null),
      summed: ({ sums }) => {
        const last = sums.at(-1);
        return last ? t('summed', { took: last.took, of: last.of }) : null;
      },
    };
  }, [t, dataset]);
}
