'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/client/ui/badge';

/** How many rows are right; its room is kept, so nothing moves when it changes. */
export function RowsRight({ right, of }: { right: number; of: number }) {
  const t = useTranslations('perceptron');
  const done = right === of;
  return (
    <span
      data-testid="rows-right"
      data-right={right}
      data-rows={of}
      className="inline-flex min-h-9 min-w-40 items-center sm:justify-end"
    >
      <Badge
        tone={done ? 'ok' : 'neutral'}
        icon={done ? <CircleCheck aria-hidden="true" /> : undefined}
        className="tabular text-sm"
      >
        {t('rowsRight', { right, of })}
      </Badge>
    </span>
  );
}
