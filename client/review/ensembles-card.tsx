'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { AloneList } from '@/client/ensemble/alone-list';
import { EnsembleResultView } from '@/client/ensemble/ensemble-result';
import { Card } from '@/client/ui/card';
import type { ClassReview, ReviewStudent } from './review-data';

interface Props {
  ensembles: ClassReview['ensembles'];
  /** Each as it is called here. */
  students: readonly Pick<ReviewStudent, 'id' | 'nickname'>[];
}

/** What came of each vote of the class's networks. */
export function EnsemblesCard({ ensembles, students }: Props) {
  const t = useTranslations('ensemble');
  const format = useFormatter();
  if (ensembles.length === 0) return null;
  const names = new Map(students.map(({ id, nickname }) => [id, nickname]));
  return (
    <Card as="section" title={t('review.title')} data-testid="review-ensembles">
      <ol className="flex flex-col gap-6">
        {ensembles.map(({ id, countedAt, result, alone }) => (
          <li key={id}>
            <h3 className="mb-1 text-sm text-ink-soft">
              {t('review.at', { at: format.dateTime(countedAt, 'moment') })}
            </h3>
            <EnsembleResultView result={result} />
            <AloneList
              alone={alone.flatMap(({ studentId, pictures }) => {
                const name = names.get(studentId);
                return name === undefined ? [] : [{ id: studentId, name, pictures }];
              })}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
