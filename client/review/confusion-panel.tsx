'use client';

import { useTranslations } from 'use-intl';
import { ConfusionMatrix } from '@/client/charts/confusion-matrix';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { RunReport } from '@/protocol/run';
import { commonestMistake, shareOnDiagonal } from './run-figures';

/** Which digits the finished network took for which. */
export function ConfusionPanel({ report }: { report: RunReport | null }) {
  const t = useTranslations('review.confusion');
  const numbers = useNumbers();
  const counts = report?.confusion ?? [];
  const accuracy = shareOnDiagonal(counts);
  if (accuracy === null) {
    return (
      <>
        <h3 className="mb-2 text-lg">{t('title')}</h3>
        <p className="text-sm text-ink-soft">{t('none')}</p>
      </>
    );
  }
  const worst = commonestMistake(counts);
  const pictures = counts.flat().reduce((sum, count) => sum + count, 0);
  const summary = [
    t('summary', { accuracy: numbers.percent(accuracy), count: numbers.integer(pictures) }),
    worst && t('worst', worst),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <ConfusionMatrix
        counts={counts}
        texts={{
          title: t('title'),
          summary,
          rows: t('rows'),
          columns: t('columns'),
          hint: t('hint'),
          cell: (digit, answer, count, ofRow) => t('cell', { digit, answer, count, ofRow }),
        }}
      />
      <p aria-hidden="true" className="mt-2 text-sm text-ink-soft">
        {summary}
      </p>
    </>
  );
}
