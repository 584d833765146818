'use client';

import { useTranslations } from 'use-intl';
import { StageView } from '@/client/reveal/stage-view';
import { Card } from '@/client/ui/card';
import type { ClassReview } from './review-data';

/** What the reveal of the class's race showed: what moved, the awards, and the picture without a winner. */
export function RevealReviewCard({ reveal }: Pick<ClassReview, 'reveal'>) {
  const t = useTranslations('reveal');
  if (reveal === null) return null;
  return (
    <Card as="section" title={t('review')} data-testid="review-reveal">
      <StageView stage={{ ...reveal, phase: 'picture', shown: 0 }} />
    </Card>
  );
}
