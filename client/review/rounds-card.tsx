'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { RoundsResult } from '@/client/rounds/rounds-result';
import { Card } from '@/client/ui/card';
import type { ClassReview } from './review-data';

/** All rounds in which the class's devices learned together. */
export function HeldRoundsCard({ rounds }: Pick<ClassReview, 'rounds'>) {
  const t = useTranslations('rounds');
  const format = useFormatter();
  if (rounds.length === 0) return null;
  return (
    <Card as="section" title={t('review.title')} data-testid="review-rounds">
      <ol className="flex flex-col gap-6">
        {rounds.map((held) => (
          <li key={held.id} className="flex flex-col gap-2">
            <h3 className="text-sm text-ink-soft">
              {t('review.at', {
                settings: t('settings', {
                  rule: t(`rules.${held.rule}`),
                  each: t(`each.${held.each === 0 ? 'all' : 'two'}`, { dataset: held.dataset }),
                  saboteurs: held.saboteurs ?? 0,
                  epochs: held.epochs,
                }),
                at: format.dateTime(held.openedAt, 'moment'),
              })}
            </h3>
            <RoundsResult rounds={held} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
