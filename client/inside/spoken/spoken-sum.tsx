'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useNumberText } from '@/client/inside/use-number-text';
import { Card } from '@/client/ui/card';
import { classNames } from '@/client/ui/class-names';
import type { Spoken } from '@/engine/inside/spoken';

/** How the lead of one answer over another is made up, and what it means for their shares. */
export function SpokenSum({ spoken, answer, other }: { spoken: Spoken; answer: string; other: string }) {
  const t = useTranslations('inside.spoken');
  const numbers = useNumbers();
  const { full } = useNumberText();
  const { how, pixels, lead, blankLead } = spoken;
  const part = (sign: number) =>
    pixels.reduce((total, pixel) => (pixel * sign > 0 ? total + pixel : total), 0);
  const lines =
    how === 'shares'
      ? [
          { term: t('blank'), value: blankLead },
          { term: t('plus', { answer }), value: part(1) },
          { term: t('minus', { other }), value: part(-1) },
        ]
      : [];
  const times = Math.exp(lead);
  const words = {
    ...{ answer, other, lead: full(lead) },
    times: times >= 10 && times < 1e6 ? numbers.integer(times) : full(times),
  };
  return (
    <Card as="section" aria-label={t('lead', { answer })} graphPaper>
      <dl className="tabular grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 text-lg">
        {[...lines, { term: t('lead', { answer }), value: lead }].map(({ term, value }, index) => (
          <div key={term} className="contents">
            <dt className={classNames(index === lines.length && 'font-semibold')}>{term}</dt>
            <dd
              className={classNames(
                'text-right',
                index === lines.length && 'text-2xl font-bold',
                value < 0 ? 'text-negative' : 'text-positive',
              )}
            >
              {value > 0 ? `+${full(value)}` : full(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm">{t(how === 'shares' ? 'leadText' : 'leadTaken', words)}</p>
    </Card>
  );
}
