'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Point } from '@/protocol/run';
import { isShare, MEASURES } from './compare/run-curve';
import { DataDetails } from './data-details';

/** Every point of a run's curves, as a table. */
export function PointsData({ points }: { points: readonly Point[] }) {
  const t = useTranslations('review.compare');
  const numbers = useNumbers();
  return (
    <DataDetails
      caption={t('curves')}
      columns={[
        {
          id: 'step',
          header: t('axes.step'),
          rowHeader: true,
          align: 'right',
          width: 7,
          cell: ({ step }) => numbers.integer(step),
        },
        ...MEASURES.map((measure) => ({
          id: measure,
          header: t(`measures.${measure}`),
          align: 'right' as const,
          width: 12,
          cell: (point: Point) =>
            isShare(measure) ? numbers.percent(point[measure]) : numbers.loss(point[measure]),
        })),
      ]}
      rows={() => points}
      rowKey={({ step }) => String(step)}
    />
  );
}
