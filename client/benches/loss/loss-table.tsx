'use client';

import { useTranslations } from 'use-intl';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { broken } from '@/client/i18n/broken';
import type { Comparison } from './compare-losses';
import { LossSwatch } from './loss-swatch';

/** The numbers under the curves: loss, slope by y, and the slope by z as a bar, since that is what moves weights. */
export function LossTable({ now }: { now: Comparison }) {
  const t = useTranslations('loss');
  const rows = [
    ['squared-error', now.squared],
    ['binary-cross-entropy', now.cross],
  ] as const;
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="tabular w-full border-collapse text-sm">
        <caption className="sr-only">{t('table.caption')}</caption>
        <thead className="text-left text-xs text-ink-soft">
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-1 pr-3 font-semibold">
              {t('table.loss')}
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-semibold">
              L
            </th>
            <th scope="col" className="min-w-14 py-1 pr-3 text-right font-semibold max-sm:pr-2">
              {broken(t('table.byOutput'))}
            </th>
            <th scope="col" className="min-w-14 py-1 pr-3 text-right font-semibold max-sm:pr-2">
              {broken(t('table.bySum'))}
            </th>
            <th scope="col" className="w-1/3 py-1 font-semibold max-sm:sr-only">
              {t('table.push')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([loss, there]) => (
            <tr key={loss} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-semibold max-sm:pr-2 max-sm:text-xs">
                <LossSwatch loss={loss} />
              </th>
              <td className="py-1.5 pr-3 max-sm:pr-2 text-right">{writeFixed(there.loss, 4)}</td>
              <td className="py-1.5 pr-3 max-sm:pr-2 text-right">{writeFixed(there.byOutput, 3)}</td>
              <td className="py-1.5 pr-3 max-sm:pr-2 text-right font-semibold">
                {writeFixed(there.bySum, 4)}
              </td>
              <td className="py-1.5 max-sm:hidden">
                <Push value={there.bySum} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A slope from −1 to 1 as a bar from the middle. */
function Push({ value }: { value: number }) {
  const width = Math.min(50, 50 * Math.abs(value));
  return (
    <span aria-hidden="true" className="relative block h-4 rounded-sm bg-surface-sunken">
      <span
        className={`absolute inset-y-0 ${value < 0 ? 'bg-negative' : 'bg-positive'}`}
        style={{
          left: value < 0 ? `${50 - width}%` : '50%',
          width: `${width}%`,
          minWidth: value === 0 ? 0 : 2,
        }}
      />
      <span className="absolute inset-y-0 left-1/2 w-px bg-ink" />
    </span>
  );
}
