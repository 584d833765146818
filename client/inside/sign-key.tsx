'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** What the colours and signs of pictures mean; `plus` and `minus` in the words of what is shown. */
export function SignKey({ plus, minus }: { plus?: string; minus?: string }) {
  const t = useTranslations('inside.sign');
  return (
    <ul aria-label={t('label')} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <li className="flex items-center gap-1.5">
        <Plus aria-hidden="true" className="size-4.5 rounded-xs bg-positive p-0.5 text-surface-raised" />
        <span>{plus ?? t('plus')}</span>
      </li>
      <li className="flex items-center gap-1.5">
        <Minus aria-hidden="true" className="size-4.5 rounded-xs bg-negative p-0.5 text-surface-raised" />
        <span>{minus ?? t('minus')}</span>
      </li>
    </ul>
  );
}
