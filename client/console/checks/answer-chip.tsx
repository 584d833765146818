'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { classNames } from '@/client/ui/class-names';
import type { StepDone } from '@/protocol/done';

/** What one student has answered to the step's check, on the card: the letters of the first answer and of the last. */
export const AnswerChip = memo(function AnswerChip({ done }: { done: StepDone | null }) {
  const t = useTranslations('console.answers');
  if (!done?.answers) return null;
  const { first, last } = done.answers;
  const isRight = done.items.some(({ what, reached }) => what === 'check-right' && reached > 0);
  const letters = first === last ? choiceLetter(last) : `${choiceLetter(first)}→${choiceLetter(last)}`;
  const text = t('chip', { letters, right: String(isRight) });
  return (
    <span
      data-testid="answer"
      title={text}
      className={classNames(
        'inline-flex h-5 shrink-0 items-center rounded-full border px-1.5 text-xs font-semibold',
        isRight ? 'border-ok bg-ok-soft text-ok' : 'border-warn text-warn',
      )}
    >
      <span className="sr-only">{text}</span>
      <span aria-hidden="true">{letters}</span>
    </span>
  );
});
