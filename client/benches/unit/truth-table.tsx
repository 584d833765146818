'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { numbered, writeNumber } from '@/client/benches/numbers/number-text';
import { classNames } from '@/client/ui/class-names';
import { RightSign } from '@/client/ui/right-sign';
import { useOneStop } from '@/client/ui/use-one-stop';
import type { Bit } from '@/engine/perceptron/perceptron';

export interface TableRow {
  inputs: readonly number[];
  sum: number;
  output: Bit;
  wanted: Bit | null;
}

interface Props {
  rows: readonly TableRow[];
  threshold: number;
  selected: number;
  onSelect(row: number): void;
  caption: string;
}

/** Every row with its sum, its comparison with θ, its answer, and whether that is the wanted one. */
export function TruthTable({ rows, threshold, selected, onSelect, caption }: Props) {
  const t = useTranslations('perceptron');
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = useOneStop(body);
  const count = rows[0]?.inputs.length ?? 0;
  const dense = rows.length > 8;
  const wants = rows[0]?.wanted !== null;
  const cell = dense ? 'px-1.5 py-0 leading-5.5' : rows.length > 4 ? 'px-2 py-0' : 'px-2 py-1';
  return (
    <div className="overflow-x-auto">
      <table className={classNames('tabular w-full border-collapse', dense ? 'text-xs' : 'text-sm')}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-line-strong text-ink-soft">
            <th
              scope="col"
              translate="no"
              className={classNames(cell, 'text-left font-semibold whitespace-nowrap')}
            >
              {Array.from({ length: count }, (_, i) => numbered('x', i)).join(' ')}
            </th>
            <th scope="col" className={classNames(cell, 'text-right font-semibold')}>
              {t('table.sum')}
            </th>
            <th scope="col" translate="no" className={classNames(cell, 'text-left font-semibold')}>
              {t('table.compare')}
            </th>
            <th scope="col" className={classNames(cell, 'text-center font-semibold')}>
              y
            </th>
            {wants && (
              <th scope="col" className={classNames(cell, 'text-center font-semibold')}>
                {t('table.wanted')}
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, i) => {
            const reaches = row.output === 1;
            const right = row.wanted === null || row.output === row.wanted;
            return (
              <tr
                key={row.inputs.join(' ')}
                onClick={() => onSelect(i)}
                className={classNames(
                  'cursor-pointer border-b border-line transition-colors',
                  i === selected ? 'bg-accent-soft' : 'hover:bg-surface-sunken',
                )}
              >
                <th scope="row" className="p-0 text-left font-semibold">
                  <button
                    type="button"
                    aria-pressed={i === selected}
                    className={classNames(cell, 'w-full text-left font-semibold whitespace-nowrap')}
                  >
                    {row.inputs.map(writeNumber).join(' ')}
                  </button>
                </th>
                <td className={classNames(cell, 'text-right font-semibold')}>{writeNumber(row.sum)}</td>
                <td className={classNames(cell, 'whitespace-nowrap text-ink-soft')}>
                  {`${reaches ? '≥' : '<'} ${writeNumber(threshold)}`}
                </td>
                <td
                  className={classNames(
                    cell,
                    'text-center font-bold',
                    reaches ? 'text-positive' : 'text-negative',
                  )}
                >
                  {row.output}
                </td>
                {wants && (
                  <td className={classNames(cell, 'text-center whitespace-nowrap')}>
                    <span className="inline-flex items-center gap-1.5">
                      <span>{row.wanted}</span>
                      <RightSign right={right} label={right ? t('table.right') : t('table.wrong')} />
                    </span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
