'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { LabelScore } from '@/protocol/pool';
import { labelColour } from './label-names';

/** Right answers label by label: one-sided data show here first. */
export function LabelScores({
  scores,
  names,
  title,
}: {
  scores: readonly LabelScore[];
  names: readonly string[];
  title: string;
}) {
  const t = useTranslations('pool.scores');
  const numbers = useNumbers();
  return (
    <div>
      <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">{title}</h2>
      <ul className="grid grid-cols-[fit-content(45%)_minmax(0,1fr)_auto] gap-x-2.5 gap-y-1.5 text-sm">
        {names.map((name, label) => {
          const measured = scores[label];
          const { right, of } = measured ?? { right: 0, of: 0 };
          return (
            <li
              key={name}
              data-testid="label-score"
              data-right={right}
              data-of={of}
              className="col-span-3 grid grid-cols-subgrid items-center"
            >
              <span className="truncate">{name}</span>
              <span aria-hidden="true" className="h-3 overflow-hidden rounded-sm bg-surface-sunken">
                <span
                  className="block h-full origin-left rounded-sm transition-transform duration-200"
                  style={{
                    background: labelColour(label),
                    transform: `scaleX(${of === 0 ? 0 : right / of})`,
                  }}
                />
              </span>
              <span className="tabular min-w-[9ch] text-right">
                {!measured
                  ? '–'
                  : of === 0
                    ? t('none')
                    : t('rightOf', { right: numbers.integer(right), of: numbers.integer(of) })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A confusion table's rows as right answers of all. */
export function scoresOf(confusion: readonly (readonly number[])[]): LabelScore[] {
  return confusion.map((row, label) => ({
    right: row[label] ?? 0,
    of: row.reduce((sum, count) => sum + count, 0),
  }));
}
