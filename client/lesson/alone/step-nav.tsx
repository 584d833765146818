'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { LinkButton } from '@/client/ui/link-button';

interface Props {
  index: number;
  count: number;
  /** The lesson after this one; null after the last. */
  next: { id: string; title: string } | null;
  onStep(index: number): void;
  /** The step is left forwards. */
  onLeave(): void;
}

/** Back and on, always in the same place; after the last step on to the next lesson. */
export function StepNav({ index, count, next, onStep, onLeave }: Props) {
  const t = useTranslations('lesson.frame');
  const last = index === count - 1;
  const arrow = <ArrowRight aria-hidden="true" className="order-1" />;
  return (
    <div className="flex shrink-0 flex-col gap-1">
      <div className="flex gap-2">
        {index > 0 && (
          <Button icon={<ArrowLeft aria-hidden="true" />} onClick={() => onStep(index - 1)}>
            {t('previous')}
          </Button>
        )}
        {last ? (
          <LinkButton
            href={next === null ? '/learn' : `/learn/${next.id}`}
            look="primary"
            className="flex-1"
            icon={arrow}
            onClick={onLeave}
          >
            {t(next === null ? 'finish' : 'nextLesson')}
          </LinkButton>
        ) : (
          <Button
            look="primary"
            className="flex-1"
            icon={arrow}
            onClick={() => {
              onLeave();
              onStep(index + 1);
            }}
          >
            {t('next')}
          </Button>
        )}
      </div>
      {last && next !== null && (
        <p className="truncate text-right text-xs text-ink-soft">
          {t('nextLessonIs', { title: next.title })}
        </p>
      )}
    </div>
  );
}
