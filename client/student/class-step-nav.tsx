'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';

interface Props {
  at: number;
  /** The last step that is open. */
  last: number;
  /** How many the class has. */
  count: number;
  onStep(at: number): void;
}

/** Back and on, where students go from step to step by themselves. */
export function ClassStepNav({ at, last, count, onStep }: Props) {
  const t = useTranslations('lesson.frame');
  const own = useTranslations('classroom.pacing');
  return (
    <div className="flex shrink-0 gap-2">
      <Button
        icon={<ArrowLeft aria-hidden="true" />}
        disabledReason={at === 0 ? own('first') : undefined}
        onClick={() => onStep(at - 1)}
      >
        {t('previous')}
      </Button>
      <Button
        look="primary"
        className="flex-1"
        icon={<ArrowRight aria-hidden="true" className="order-1" />}
        disabledReason={at < last ? undefined : own(at === count - 1 ? 'last' : 'notYet')}
        onClick={() => onStep(at + 1)}
      >
        {t('next')}
      </Button>
    </div>
  );
}
