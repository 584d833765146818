'use client';

import { useTranslations } from 'use-intl';
import { commonestConfusion } from '@/client/charts/confusion-cells';
import { ConfusionMatrix } from '@/client/charts/confusion-matrix';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { PictureRun } from '@/protocol/run';
import { shareOnDiagonal } from '@/protocol/run-figures';

/** What the finished network took for what. */
export function ConfusionPanel({
  run: { report, experiment },
}: {
  run: Pick<PictureRun, 'report' | 'experiment'>;
}) {
  const t = useTranslations('review.confusion');
  const say = useTranslations('datasets');
  const { dataset } = experiment;
  const { labels, wide } = useDatasetWords(dataset);
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
  const worst = commonestConfusion(counts);
  const pictures = counts.flat().reduce((sum, count) => sum + count, 0);
  const summary = [
    t('summary', { accuracy: numbers.percent(accuracy), count: numbers.integer(pictures) }),
    worst && t('worst', { ...worst, digit: labels[worst.label]!, answer: labels[worst.answer]! }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <ConfusionMatrix
        labels={labels}
        wide={wide}
        counts={counts}
        texts={{
          title: t('title'),
          summary,
          rows: say(`${dataset}.review.rows`),
          columns: t('columns'),
          hint: t('hint'),
          cell: (label, answer, count, ofRow) =>
            say(`${dataset}.review.cell`, { digit: label, answer, count, ofRow }),
        }}
      />
      <p aria-hidden="true" className="mt-2 text-sm text-ink-soft">
        {summary}
      </p>
    </>
  );
}
