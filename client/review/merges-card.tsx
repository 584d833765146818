'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { MergeResultView } from '@/client/merge/merge-result';
import { UnitSeats } from '@/client/merge/unit-seats';
import { Card } from '@/client/ui/card';
import type { ClassReview } from './review-data';

/** Every average of the class's networks, as far as the class has seen it. */
export function MergesCard({ merges }: Pick<ClassReview, 'merges'>) {
  const t = useTranslations('merge');
  const format = useFormatter();
  if (merges.length === 0) return null;
  return (
    <Card as="section" title={t('review.title')} data-testid="review-merges">
      <ol className="flex flex-col gap-6">
        {merges.map((merge) => (
          <li key={merge.id} className="flex flex-col gap-2">
            <h3 className="text-sm text-ink-soft">
              {t('review.at', {
                start: t(`starts.${merge.start}`),
                at: format.dateTime(merge.averagedAt, 'moment'),
              })}
            </h3>
            {merge.result && <MergeResultView merge={merge} result={merge.result} />}
            {merge.units && (
              <div className="max-w-3xl">
                <UnitSeats units={merge.units} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
