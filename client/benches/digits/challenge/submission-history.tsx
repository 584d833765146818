'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useNetworkText } from '@/client/benches/run/network-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import type { PictureRun } from '@/protocol/run';

/** The networks that were handed in, best first. */
export const SubmissionHistory = memo(function SubmissionHistory({ runs }: { runs: readonly PictureRun[] }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const text = useNetworkText();
  const handedIn = runs
    .map((run, index) => ({ run, number: runs.length - index }))
    .filter(({ run }) => run.verifiedAccuracy !== null)
    .sort((a, b) => (b.run.verifiedAccuracy ?? 0) - (a.run.verifiedAccuracy ?? 0));
  return (
    <Card as="section" title={t('challenge.history')}>
      {handedIn.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('challenge.historyEmpty')}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line text-sm">
          {handedIn.map(({ run, number }) => (
            <li key={run.id} className="flex items-baseline justify-between gap-4 py-2 first:pt-0 last:pb-0">
              <span className="min-w-0">
                <span className="font-semibold">{t('challenge.historyRun', { number })}</span>{' '}
                <span className="text-ink-soft">
                  {`${text.short(run.experiment.network)} · ${text.settings(run.experiment)}`}
                </span>
              </span>
              <span className="tabular shrink-0 font-semibold">
                {numbers.percent(run.verifiedAccuracy, 2)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
});
