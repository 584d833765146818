'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { imbalanceOf } from '@/engine/pool/balance';
import { labelColour } from './label-names';

interface Props {
  names: readonly string[];
  counts: readonly number[];
  /** Of them held back; null where that is of no interest. */
  heldBack: readonly number[] | null;
  /** For the wall: larger. */
  large?: boolean;
}

/** How many drawings there are of each label, and a word where they are one-sided. */
export function LabelCounts({ names, counts, heldBack, large = false }: Props) {
  const t = useTranslations('pool.counts');
  const numbers = useNumbers();
  const most = Math.max(1, ...counts);
  const imbalance = imbalanceOf(counts);
  const kept = heldBack?.reduce((sum, count) => sum + count, 0) ?? 0;
  return (
    <div className={large ? 'text-screen-sm' : 'text-sm'}>
      <ul
        aria-label={t('label')}
        className="grid grid-cols-[fit-content(45%)_minmax(0,1fr)_auto] gap-x-2.5 gap-y-1.5"
      >
        {names.map((name, label) => (
          <li
            key={name}
            data-testid="label-count"
            data-count={counts[label] ?? 0}
            className="col-span-3 grid grid-cols-subgrid items-center"
          >
            <span className="flex min-w-0 items-center gap-2 font-semibold">
              <span
                aria-hidden="true"
                className="size-[0.7em] shrink-0 rounded-full"
                style={{ background: labelColour(label) }}
              />
              <span className="truncate">{name}</span>
            </span>
            <span aria-hidden="true" className="h-[0.8em] overflow-hidden rounded-sm bg-surface-sunken">
              <span
                className="block h-full origin-left rounded-sm transition-transform duration-200"
                style={{
                  background: labelColour(label),
                  transform: `scaleX(${(counts[label] ?? 0) / most})`,
                }}
              />
            </span>
            <span className="tabular min-w-[3ch] text-right font-bold">
              {numbers.integer(counts[label] ?? 0)}
            </span>
          </li>
        ))}
      </ul>
      {(imbalance !== null || heldBack !== null) && (
        <p className={`mt-2 min-h-[1.5em] ${large ? '' : 'text-xs'} text-ink-soft`}>
          {imbalance ? (
            <strong data-testid="imbalance" className="font-semibold text-warn">
              {t(imbalance.kind === 'none-of' ? 'noneOf' : 'fewOf', {
                label: names[imbalance.label] ?? '',
                most: names[imbalance.most] ?? '',
              })}
            </strong>
          ) : (
            kept > 0 && t('heldBack', { count: kept })
          )}
        </p>
      )}
    </div>
  );
}
