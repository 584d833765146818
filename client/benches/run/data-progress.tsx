'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ProgressBar } from '@/client/ui/progress-bar';
import type { Progress as DataLoaded } from '@/engine/digits/picture-store';

/** How far the pictures are loaded; nothing once all are there. */
export function DataProgress({ progress }: { progress: DataLoaded | null }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  if (progress !== null && progress.totalExamples > 0 && progress.examples >= progress.totalExamples)
    return null;
  const share = progress && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : null;
  return (
    <div className="flex flex-col gap-1">
      <p className="tabular flex justify-between gap-3 text-sm text-ink-soft">
        <span>{t('pictures.loading')}</span>
        {progress && progress.totalBytes > 0 && (
          <span>
            {t('pictures.loadingBytes', {
              done: numbers.integer(progress.bytes / 1000),
              total: numbers.integer(progress.totalBytes / 1000),
            })}
          </span>
        )}
      </p>
      <ProgressBar label={t('pictures.loading')} value={share} />
    </div>
  );
}
