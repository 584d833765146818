'use client';

import { Check } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { StepDone } from '@/protocol/done';

/** How far one student is with the step, on the card: the bench's own measure, or what the page knows besides. */
export const DoneChip = memo(function DoneChip({ done }: { done: StepDone | null }) {
  const t = useTranslations('everybody.done');
  const numbers = useNumbers();
  const item = done?.items[0];
  if (!item) return null;
  const complete = item.reached === item.of;
  const said = t('count', { complete: numbers.integer(item.reached), of: numbers.integer(item.of) });
  const text = t('one', { what: t(item.what), count: said });
  return (
    <span
      data-testid="done"
      data-what={item.what}
      title={text}
      className={classNames(
        'tabular inline-flex h-5 shrink-0 items-center rounded-full border px-1.5 text-xs font-semibold',
        complete ? 'border-ok bg-ok-soft text-ok' : 'border-line-strong text-ink-soft',
      )}
    >
      <span className="sr-only">{text}</span>
      <span aria-hidden="true">
        {complete ? (
          <Check className="size-3.5" />
        ) : (
          <span>{`${numbers.integer(item.reached)}/${numbers.integer(item.of)}`}</span>
        )}
      </span>
    </span>
  );
});
