'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { StudentMark } from '@/client/ui/student-mark';
import type { StudentTrace } from './traces';

interface Props {
  traces: readonly StudentTrace[];
  /** How a student is called; without it the mark's name stands for it. */
  nameOf?(id: string): string;
}

/** What the pictures of the class show, in numbers: where each run stands now. */
export function TracesTable({ traces, nameOf }: Props) {
  const t = useTranslations('everybody');
  const numbers = useNumbers();
  const rows = traces.flatMap(({ id, mark, last }) => (last ? [{ id, mark, last }] : []));
  return (
    <table className="tabular w-full text-sm">
      <caption className="sr-only">{t('table')}</caption>
      <thead>
        <tr className="text-left text-ink-soft">
          <th scope="col">{t('student')}</th>
          {(['epochs', 'loss', 'accuracy'] as const).map((column) => (
            <th key={column} scope="col" className="text-right">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, mark, last }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-semibold">
              <span className="flex items-center gap-2">
                <StudentMark mark={mark} className="size-5" decorative={nameOf !== undefined} />
                {nameOf && <span translate="no">{nameOf(id)}</span>}
              </span>
            </th>
            <td className="text-right">{numbers.decimal(last.epoch, 1)}</td>
            <td className="text-right">{numbers.loss(last.loss ?? Number.NaN)}</td>
            <td className="text-right">{numbers.percent(last.accuracy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
