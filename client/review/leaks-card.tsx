'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { LeakFigure } from '@/client/leak/leak-figure';
import { LeakSums } from '@/client/leak/leak-sums';
import { useLeakWords } from '@/client/leak/leak-words';
import { Card } from '@/client/ui/card';
import type { PastLeak } from '@/protocol/leak-views';
import type { ClassReview } from './review-data';

/** All times that a class saw what a gradient tells: guesses, the drawings that might be shown, and the sums. */
export function PastLeaksCard({ leaks, students }: Pick<ClassReview, 'leaks' | 'students'>) {
  const t = useTranslations('leak');
  const names = useMemo(() => new Map(students.map(({ id, nickname }) => [id, nickname])), [students]);
  if (leaks.length === 0) return null;
  return (
    <Card as="section" title={t('review.title')} data-testid="review-leaks">
      <ol className="flex flex-col gap-6">
        {leaks.map((leak) => (
          <li key={leak.id}>
            <Past leak={leak} called={(id) => names.get(id) ?? t('gone')} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Past({ leak, called }: { leak: PastLeak; called(studentId: string): string }) {
  const t = useTranslations('leak');
  const common = useTranslations('common');
  const format = useFormatter();
  const words = useLeakWords(leak.dataset);
  const { labels } = useDatasetWords(leak.dataset);
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="text-sm text-ink-soft">
        {t('review.at', { at: format.dateTime(leak.openedAt, 'moment') })}
      </h3>
      <p className="tabular">{t('sentCount', { sent: leak.sent })}</p>
      {words.tallies(leak).map((tally) => (
        <p key={tally} className="tabular">
          {broken(tally)}
        </p>
      ))}
      <ul className="flex flex-wrap gap-3 text-xs">
        {leak.offered.map(({ studentId, pixels, label }) => (
          <li key={studentId}>
            <LeakFigure
              pixels={pixels}
              size={84}
              caption={common('labelled', { label: called(studentId), value: labels[label] ?? '' })}
            />
          </li>
        ))}
      </ul>
      <LeakSums leak={leak} />
    </div>
  );
}
