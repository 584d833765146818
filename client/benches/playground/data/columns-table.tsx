'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { OWN_POINTS, shortened } from '@/engine/points/own-points';
import { COLUMN_ROLES, type ColumnChoice, canHaveRole, withRole } from '@/engine/table/choose-columns';
import type { TypedColumn } from '@/engine/table/column-types';
import { ColumnPicture } from './column-picture';
import type { ReadTable } from './read-brought';
import { useTableWords } from './use-table-words';

interface Props {
  read: ReadTable;
  onChoice(choice: ColumnChoice): void;
}

/** Rows that are shown of the table. */
const SHOWN_ROWS = 5;

/** The first rows, and above each column what it holds, its picture, and what it is for. */
export function ColumnsTable({ read: { table, columns, choice }, onChoice }: Props) {
  const t = useTranslations('playground');
  const { nameOf } = useTableWords();
  const typeWords = (column: TypedColumn) => {
    const type = t(`own.columns.types.${column.type}`);
    if (column.unit) return t('own.columns.inUnit', { type, unit: column.unit });
    if (column.type === 'number' || column.type === 'empty') return type;
    return [type, t('own.columns.different', { count: column.values.length })].join(t('list'));
  };
  const rest = table.rows.length - SHOWN_ROWS;
  return (
    <div>
      <p className="mb-1 text-sm font-semibold">{t('own.columns.title')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a region of its own would be one landmark too many. */}
      <div
        role="group"
        aria-label={t('own.columns.table')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="w-fit max-w-full overflow-x-auto rounded-md border border-line-strong"
      >
        <table data-testid="own-table" translate="no" className="tabular border-collapse text-xs">
          <thead>
            <tr className="align-top">
              <th scope="col" className="bg-surface-sunken px-2 py-1.5 text-right font-normal text-ink-soft">
                {t('own.columns.line')}
              </th>
              {columns.map((column, i) => {
                const name = nameOf(column);
                const role = choice.roles[i]!;
                return (
                  <th
                    key={column.index}
                    scope="col"
                    data-type={column.type}
                    data-role={role}
                    className={classNames(
                      'min-w-36 border-l border-line bg-surface-sunken px-2 py-1.5 text-left font-normal',
                      role === 'none' && 'text-ink-soft',
                    )}
                  >
                    <span className="block max-w-40 truncate text-sm font-semibold" title={column.name}>
                      {name}
                    </span>
                    <span className="block text-ink-soft">
                      <span>{typeWords(column)}</span>
                      {column.gaps > 0 && (
                        <b className="ml-1.5 font-semibold text-warn">
                          {t('own.columns.gaps', { count: column.gaps })}
                        </b>
                      )}
                    </span>
                    <span className="my-1 block">
                      <ColumnPicture column={column} name={name} />
                    </span>
                    <select
                      aria-label={t('own.columns.use', { name })}
                      value={role}
                      onChange={(event) => {
                        const next = COLUMN_ROLES.find((one) => one === event.target.value);
                        if (next) onChoice(withRole(choice, columns, i, next));
                      }}
                      className={classNames(
                        'min-h-8 w-full cursor-pointer rounded-sm border bg-surface-raised px-1 text-xs text-ink hover:border-ink pointer-coarse:min-h-11',
                        role === 'none' ? 'border-line-strong' : 'border-accent font-semibold',
                      )}
                    >
                      {COLUMN_ROLES.map((one) => (
                        <option key={one} value={one} disabled={!canHaveRole(column, one)}>
                          {t(`own.columns.roles.${one}`)}
                        </option>
                      ))}
                    </select>
                    {column.odd.count > 0 && (
                      <span className="mt-1 block max-w-40 whitespace-normal text-warn">
                        {t('own.columns.odd', {
                          count: column.odd.count,
                          found: column.odd.first
                            .map(({ found }) => t('own.quoted', { text: shortened(found, 12) }))
                            .join(t('list')),
                        })}
                      </span>
                    )}
                    {column.type === 'text' && role === 'none' && (
                      <span className="mt-1 block max-w-40 whitespace-normal">
                        {t('own.columns.unusable', { most: OWN_POINTS.classes })}
                      </span>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, SHOWN_ROWS).map(({ line, cells }) => (
              <tr key={line} className="border-t border-line">
                <th scope="row" className="px-2 py-0.5 text-right font-normal text-ink-soft">
                  {line}
                </th>
                {columns.map((column, i) => (
                  <td
                    key={column.index}
                    className={classNames(
                      'max-w-44 truncate border-l border-line px-2 py-0.5',
                      column.numbers && 'text-right',
                      choice.roles[i] === 'none' && 'text-ink-soft',
                      column.labels[table.rows.findIndex((row) => row.line === line)] === null &&
                        'bg-warn-soft text-warn',
                    )}
                  >
                    {shortened(cells[i]!, 80)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <p className="mt-0.5 text-xs text-ink-soft">{t('own.columns.more', { count: rest })}</p>}
    </div>
  );
}
