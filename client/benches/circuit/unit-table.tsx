'use client';

import { useTranslations } from 'use-intl';
import { writeNumber } from '@/client/benches/numbers/number-text';
import type { UnitRow } from './unit-rows';

interface Props {
  cases: readonly UnitRow[];
  /** What the inputs are called: x₁, x₂ or A, B. */
  sources: readonly string[];
  caption: string;
  /** θ as it is written. */
  threshold: string;
}

/** A unit's own truth table: only the cases that it meets. */
export function UnitTable({ cases, sources, caption, threshold }: Props) {
  const t = useTranslations('circuit');
  const cell =
    cases.length > 4 ? (cases.length > 6 ? 'px-2 py-0 text-xs leading-5' : 'px-2 py-0') : 'px-2 py-0.5';
  return (
    <table className="tabular w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line-strong text-ink-soft">
          <th scope="col" translate="no" className={`${cell} text-left font-semibold whitespace-nowrap`}>
            {sources.join(' ')}
          </th>
          <th scope="col" className={`${cell} text-right font-semibold`}>
            {t('table.sum')}
          </th>
          <th scope="col" translate="no" className={`${cell} text-left font-semibold`}>
            θ
          </th>
          <th scope="col" className={`${cell} text-center font-semibold`}>
            y
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map((row) => (
          <tr key={row.inputs.join('')} className="border-b border-line last:border-0">
            <th scope="row" className={`${cell} text-left font-semibold whitespace-nowrap`}>
              {row.inputs.join(' ')}
            </th>
            <td className={`${cell} text-right`}>{writeNumber(row.sum)}</td>
            <td className={`${cell} whitespace-nowrap text-ink-soft`}>
              {`${row.output === 1 ? '≥' : '<'} ${threshold}`}
            </td>
            <td
              className={`${cell} text-center font-bold ${row.output === 1 ? 'text-positive' : 'text-negative'}`}
            >
              {row.output}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
