'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Stat, type StatProps } from '@/client/ui/stat';
import type { EnsembleResult } from '@/protocol/ensemble-views';

/** Digits of a percentage, with its sign. */
const WIDTH = 5;

/** What the networks are right on: by vote, the best of them, on average; and as one network, where they could be averaged. */
export function EnsembleFigures({ result, size }: { result: EnsembleResult; size?: StatProps['size'] }) {
  const t = useTranslations('ensemble.figures');
  const numbers = useNumbers();
  const { voted, best, mean, average } = result;
  return (
    <dl className="flex flex-wrap gap-x-[2em] gap-y-2" data-testid="ensemble-figures">
      <Stat label={t('voted')} value={numbers.percent(voted)} size={size} width={WIDTH} tone="positive" />
      <Stat label={t('best')} value={numbers.percent(best)} size={size} width={WIDTH} />
      <Stat label={t('mean')} value={numbers.percent(mean)} size={size} width={WIDTH} />
      {average && (
        <>
          <Stat label={t('plain')} value={numbers.percent(average.plain)} size={size} width={WIDTH} />
          <Stat label={t('aligned')} value={numbers.percent(average.aligned)} size={size} width={WIDTH} />
        </>
      )}
    </dl>
  );
}
