'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ClassGain } from '@/protocol/quiz';
import { ReportSection } from './report-section';

/** What the class gained between the questions before the lesson and those after it; of a handful nothing is said. */
export function GainLine({ gain: { both, shares } }: { gain: ClassGain }) {
  const t = useTranslations('report.gain');
  const numbers = useNumbers();
  return (
    <ReportSection title={t('title')}>
      <div className="text-sm" data-testid="gain">
        {shares === null ? (
          <p>{t('few', { both })}</p>
        ) : (
          <>
            <p>
              {t('shares', {
                both,
                before: numbers.percent(shares.before, 0),
                after: numbers.percent(shares.after, 0),
              })}
            </p>
            <p className="font-semibold">
              {shares.gain === null
                ? t('allBefore')
                : shares.interval === null
                  ? t('gain', { gain: numbers.decimal(shares.gain, 2) })
                  : t('gainWithin', {
                      gain: numbers.decimal(shares.gain, 2),
                      from: numbers.decimal(shares.interval[0], 2),
                      to: numbers.decimal(shares.interval[1], 2),
                    })}
            </p>
            <p className="text-ink-soft">{t('what')}</p>
          </>
        )}
      </div>
    </ReportSection>
  );
}
