'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Checkbox } from '@/client/ui/checkbox';
import { StudentMark } from '@/client/ui/student-mark';
import { useOneStop } from '@/client/ui/use-one-stop';
import type { StudentTrace } from './traces';

interface Props {
  traces: readonly StudentTrace[];
  /** How a student is called; without it the mark's name stands for it. */
  nameOf?(id: string): string;
  /** Where students can be chosen, with fingers and keys as well. */
  choosing?: { chosen: ReadonlySet<string>; label(name: string): string; toggle(id: string): void };
}

/** What the pictures of the class show, in numbers: where each run stands now. */
export function TracesTable({ traces, nameOf, choosing }: Props) {
  const t = useTranslations('everybody');
  const numbers = useNumbers();
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = useOneStop(body, true);
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
      <tbody ref={body} onKeyDown={onKeyDown}>
        {rows.map(({ id, mark, last }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-semibold">
              <span className="flex items-center gap-2">
                {choosing && (
                  <Checkbox
                    label={choosing.label(nameOf?.(id) ?? '')}
                    labelHidden
                    checked={choosing.chosen.has(id)}
                    onChange={() => choosing.toggle(id)}
                    className="gap-0!"
                  />
                )}
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
