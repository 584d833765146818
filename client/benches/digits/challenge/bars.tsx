'use client';

import { Check, Circle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { DATASETS, type DatasetId } from '@/protocol/datasets';

/** The bars to pass on the pictures of a check, and those that were. @param best share of right answers; null: none yet */
export function Bars({ dataset, best }: { dataset: DatasetId; best: number | null }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const { check, chance } = DATASETS[dataset];
  return (
    <div className="mt-3">
      <h3 className="text-sm font-semibold">{t('solo.bars')}</h3>
      <ul className="mt-1 flex flex-wrap gap-2">
        {check.bars.map((bar) => {
          const passed = best !== null && best >= bar;
          const Icon = passed ? Check : Circle;
          return (
            <li
              key={bar}
              data-bar={bar}
              data-passed={passed}
              className={
                passed
                  ? 'inline-flex items-center gap-1.5 rounded-full border-2 border-ok bg-ok-soft px-3 py-0.5 font-semibold text-ok'
                  : 'inline-flex items-center gap-1.5 rounded-full border-2 border-line-strong px-3 py-0.5 font-semibold'
              }
            >
              <Icon aria-hidden="true" className="size-4" />
              <span className="tabular">{numbers.percent(bar, 0)}</span>
              <span className="sr-only">{t(passed ? 'solo.passed' : 'solo.notYet')}</span>
            </li>
          );
        })}
      </ul>
      <p className="mt-1.5 text-sm text-ink-soft">
        {`${t('solo.chance', { chance: numbers.percent(chance.accuracy, 0) })} ${t('solo.hard')}`}
      </p>
    </div>
  );
}
