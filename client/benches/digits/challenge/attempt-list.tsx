'use client';

import { useTranslations } from 'use-intl';
import { useNetworkText } from '@/client/benches/run/network-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShares } from '@/client/i18n/use-shares';
import type { AloneAttempts } from '@/client/training/alone-attempts';
import { Card } from '@/client/ui/card';
import { totalSteps } from '@/engine/training/schedule';
import { countWeights } from '@/protocol/weight-shapes';

/** The best networks that were judged alone, with what they were made of. */
export function AttemptList({ attempts }: { attempts: AloneAttempts }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const shares = useShares();
  const text = useNetworkText();
  const { best, count } = attempts;
  return (
    <Card as="section" title={t('solo.best')}>
      {best.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('challenge.historyEmpty')}</p>
      ) : (
        <>
          <ol className="flex flex-col divide-y divide-line text-sm">
            {best.map(({ experiment, steps, right, pictures, inTime }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, and nothing else tells two alike apart.
              <li key={place} className="flex items-baseline justify-between gap-4 py-2 first:pt-0">
                <span className="min-w-0">
                  <span className="font-semibold">{text.short(experiment.network)}</span>{' '}
                  <span className="text-ink-soft">
                    {[
                      text.settings(experiment),
                      t('solo.made', {
                        weights: numbers.integer(countWeights(experiment)),
                        examples: numbers.integer(experiment.examples),
                        epochs: numbers.integer(experiment.epochs),
                      }),
                      ...(steps !== null && steps < totalSteps(experiment)
                        ? [
                            t('solo.stopped', {
                              step: numbers.integer(steps),
                              total: numbers.integer(totalSteps(experiment)),
                            }),
                          ]
                        : []),
                      ...(inTime ? [t('solo.inTime')] : []),
                    ].join(' · ')}
                  </span>
                </span>
                <span className="tabular shrink-0 font-semibold">
                  {shares.of(right / pictures, pictures)}
                </span>
              </li>
            ))}
          </ol>
          <p className="mt-2 text-sm text-ink-soft">{t('solo.count', { count })}</p>
        </>
      )}
    </Card>
  );
}
