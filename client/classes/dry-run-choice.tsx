'use client';

import { useTranslations } from 'use-intl';
import { Toggle } from '@/client/ui/toggle';

interface Props {
  chosen: boolean;
  onChange(chosen: boolean): void;
}

/** Whether what is started is a dry run; folded away, since most often it is not. */
export function DryRunChoice({ chosen, onChange }: Props) {
  const t = useTranslations('teach.start.dryRun');
  return (
    <details className="rounded-lg border border-line bg-surface-raised px-4 py-2">
      <summary className="min-h-8 py-1 font-semibold text-ink-soft hover:text-ink">{t('title')}</summary>
      <div className="max-w-3xl py-2">
        <Toggle label={t('choose')} hint={t('text')} checked={chosen} onChange={onChange} />
      </div>
    </details>
  );
}
