'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';

/** How many places a network has moved: an arrow and a count. */
export function PlaceMove({ before, after }: { before: number; after: number }) {
  const t = useTranslations('reveal');
  const numbers = useNumbers();
  const places = Math.abs(before - after);
  if (places === 0)
    return (
      <span className="text-ink-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('same')}</span>
      </span>
    );
  const up = after < before;
  return (
    <span className={`inline-flex items-center ${up ? 'text-positive' : 'text-negative'}`}>
      {up ? (
        <ArrowUp aria-hidden="true" className="size-[0.9em]" />
      ) : (
        <ArrowDown aria-hidden="true" className="size-[0.9em]" />
      )}
      <span aria-hidden="true">{numbers.integer(places)}</span>
      <span className="sr-only">{t(up ? 'up' : 'down', { places })}</span>
    </span>
  );
}
