'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import type { LeakNow } from '@/protocol/leak-views';
import { LeakFigure } from './leak-figure';

/** What sums behind masks have come to, the newest first. */
export function LeakSums({ leak }: { leak: LeakNow }) {
  const t = useTranslations('leak');
  if (leak.sums.length === 0) return null;
  return (
    <ol className="mt-4 flex flex-col gap-3" data-testid="leak-sums">
      {leak.sums.toReversed().map(({ at, took, of, pixels, digest }) => (
        <li key={at} className="flex items-start gap-3 text-sm">
          <LeakFigure pixels={pixels} size={84} caption={t('blur')} className="text-xs" />
          <div className="min-w-0">
            <p className="tabular">{broken(t('summed', { took, of }))}</p>
            <p className="text-xs break-all text-ink-soft">{t('digest', { digest })}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
