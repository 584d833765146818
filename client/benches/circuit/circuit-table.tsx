'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { numbered } from '@/client/benches/numbers/number-text';
import { classNames } from '@/client/ui/class-names';
import { RightSign } from '@/client/ui/right-sign';
import { useOneStop } from '@/client/ui/use-one-stop';
import { UNIT_NAMES } from './circuit-goals';
import type { CircuitRow } from './circuit-state';

interface Props {
  rows: readonly CircuitRow[];
  selected: number;
  onSelect(row: number): void;
}

/** All rows through the whole circuit: inputs, every unit's answer, y and what is wanted. */
export function CircuitTable({ rows, selected, onSelect }: Props) {
  const t = useTranslations('circuit');
  const words = useTranslations('perceptron');
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = useOneStop(body);
  const first = rows[0]!;
  const cell = classNames('px-2 text-center', rows.length > 4 ? 'py-0' : 'py-0.5');
  const tone = (bit: 0 | 1) => (bit === 1 ? 'text-positive font-bold' : 'text-negative font-bold');
  return (
    <table className="tabular w-full border-collapse text-sm">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-ink-soft">
          <th
            scope="col"
            translate="no"
            className={classNames(cell, 'text-left font-semibold whitespace-nowrap')}
          >
            {first.inputs.map((_, i) => numbered('x', i)).join(' ')}
          </th>
          {first.answers.map((_, i) => (
            <th key={UNIT_NAMES[i]} scope="col" className={classNames(cell, 'font-semibold')}>
              {UNIT_NAMES[i]}
            </th>
          ))}
          <th scope="col" className={classNames(cell, 'border-l border-line font-semibold')}>
            Y
          </th>
          {first.wanted !== null && (
            <th scope="col" className={classNames(cell, 'font-semibold')}>
              {t('table.wanted')}
            </th>
          )}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {rows.map((row, i) => {
          const right = row.output === row.wanted;
          return (
            <tr
              key={row.inputs.join('')}
              onClick={() => onSelect(i)}
              className={classNames(
                'cursor-pointer border-b border-line transition-colors',
                i === selected ? 'bg-accent-soft' : 'hover:bg-surface-sunken',
              )}
            >
              <th scope="row" className="p-0 text-left">
                <button
                  type="button"
                  aria-pressed={i === selected}
                  className={classNames(cell, 'w-full text-left! font-semibold whitespace-nowrap')}
                >
                  {row.inputs.join(' ')}
                </button>
              </th>
              {row.answers.map((bit, unit) => (
                <td key={UNIT_NAMES[unit]} className={classNames(cell, tone(bit))}>
                  {bit}
                </td>
              ))}
              <td className={classNames(cell, 'border-l border-line', tone(row.output))}>{row.output}</td>
              {row.wanted !== null && (
                <td className={cell}>
                  <span className="inline-flex items-center gap-1.5">
                    <span>{row.wanted}</span>
                    <RightSign right={right} label={words(right ? 'table.right' : 'table.wrong')} />
                  </span>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
