'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { labelColour } from './label-names';

/** The probability of each label, moving as one draws. */
export function LabelBars({
  names,
  probabilities,
}: {
  names: readonly string[];
  probabilities: readonly number[] | null;
}) {
  const t = useTranslations('pool.try');
  const numbers = useNumbers();
  return (
    <ol aria-label={t('answers')} className="tabular flex flex-col gap-2.5">
      {names.map((name, label) => {
        const share = probabilities?.[label] ?? 0;
        return (
          <li
            key={name}
            data-testid="label-probability"
            data-probability={probabilities ? share.toFixed(4) : undefined}
          >
            <span className="flex justify-between gap-3">
              <span className="truncate font-semibold">{name}</span>
              <span className="font-bold">{probabilities ? numbers.percent(share) : '–'}</span>
            </span>
            <span
              aria-hidden="true"
              className="mt-0.5 block h-5 overflow-hidden rounded-sm bg-surface-sunken"
            >
              <span
                className="block h-full origin-left rounded-sm transition-transform duration-100"
                style={{ background: labelColour(label), transform: `scaleX(${share})` }}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
