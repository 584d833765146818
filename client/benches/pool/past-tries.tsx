'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShares } from '@/client/i18n/use-shares';
import { type PastTry, picturesIn } from './desk-now';

/** What was tried so far, newest first: the data, and what came of it. */
export function PastTries({ past, names }: { past: readonly PastTry[]; names: readonly string[] }) {
  const t = useTranslations('pool.past');
  const numbers = useNumbers();
  const shares = useShares();
  const networkDiffers = past.some(({ network }) => network !== past[0]?.network);
  if (past.length === 0) return <p className="text-sm text-ink-soft">{t('empty')}</p>;
  return (
    <table className="tabular w-full text-sm">
      <caption className="mb-1 text-left font-semibold">{t('title')}</caption>
      <thead className="text-left text-xs text-ink-soft">
        <tr>
          <th scope="col" className="pr-3 font-normal">
            {t('data')}
          </th>
          <th scope="col" className="pr-3 text-right font-normal">
            {t('training')}
          </th>
          <th scope="col" className="text-right font-normal">
            {t('validation')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...past].reverse().map(({ id, network, data, counts, accuracy, validationAccuracy, validated }) => (
          <tr key={id} data-testid="past-try" className="border-t border-line">
            <th scope="row" className="py-1 pr-3 text-left font-normal">
              {networkDiffers && <span className="mr-2">{t('hidden', { count: network })}</span>}
              <span>
                {`${counts.map((count, label) => `${names[label] ?? ''} ${numbers.integer(count)}`).join(' · ')}${data.wrongShare > 0 ? ` · ${t('wrong', { share: numbers.percent(data.wrongShare, 0) })}` : ''}`}
              </span>
            </th>
            <td className="py-1 pr-3 text-right">{shares.of(accuracy, picturesIn(counts))}</td>
            <td className="py-1 text-right whitespace-nowrap">
              <strong>{shares.of(validationAccuracy, validated)}</strong>{' '}
              <span className="text-xs text-ink-soft">{shares.interval(validationAccuracy, validated)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
