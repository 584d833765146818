'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SelectField } from '@/client/ui/select-field';
import { shortened } from '@/engine/points/own-points';
import { SEPARATORS } from '@/engine/table/csv-rows';
import { ENCODINGS } from '@/engine/table/encodings';
import { TABLE_LIMITS } from '@/engine/table/table';
import { type Brought, readOtherwise } from './brought';
import type { ReadTable } from './read-brought';

interface Props {
  brought: Brought;
  read: ReadTable;
  onChange(brought: Brought): void;
}

/** Lines above the table that can be left out by hand. */
const MOST_SKIPPED = 20;

/** How the table was read: each part as it was found, to be chosen otherwise. */
export function ReadingFields({ brought, read, onChange }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const { table, encoding } = read;
  const { reading } = table;
  const change = (part: Parameters<typeof readOtherwise>[1]) => onChange(readOtherwise(brought, part));
  const book = brought.source.kind === 'workbook' ? brought.source.book : null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{t('own.read.title')}</legend>
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3 lg:grid-cols-5">
        {encoding && (
          <SelectField
            label={`${t('own.read.encoding')} (${t(`own.read.evidence.${encoding.evidence}`)})`}
            value={encoding.encoding}
            choices={ENCODINGS.map((value) => ({ value, label: t(`own.read.encodings.${value}`) }))}
            onChange={(value) => change({ encoding: value })}
          />
        )}
        {book && (
          <SelectField
            label={t('own.read.sheet')}
            value={String(brought.sheet)}
            choices={book.sheets.map((name, i) => ({ value: String(i), label: name }))}
            onChange={(value) => change({ sheet: Number(value) })}
          />
        )}
        {!book && (
          <SelectField
            label={t('own.read.separator')}
            value={reading.separator}
            choices={SEPARATORS.map((value) => ({ value, label: t(`own.read.separators.${value}`) }))}
            // Other cells may have other signs and another head.
            onChange={(separator) => onChange({ ...brought, reading: { separator }, choice: null })}
          />
        )}
        <SelectField
          label={t('own.read.decimal')}
          value={reading.decimal}
          choices={(['point', 'comma'] as const).map((value) => ({
            value,
            label: t(`own.read.decimals.${value}`),
          }))}
          onChange={(decimal) => change({ reading: { decimal } })}
        />
        <SelectField
          label={t('own.read.header')}
          value={reading.header ? 'yes' : 'no'}
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`own.read.headers.${value}`),
          }))}
          onChange={(value) => change({ reading: { header: value === 'yes' } })}
        />
        <SelectField
          label={t('own.read.skipped')}
          value={String(reading.skipped)}
          choices={Array.from({ length: MOST_SKIPPED + 1 }, (_, i) => ({
            value: String(i),
            label: numbers.integer(i),
          }))}
          // What is then the first row is another: whether it names the columns is found anew.
          onChange={(value) => {
            const { separator, decimal } = brought.reading;
            const kept = { ...(separator && { separator }), ...(decimal && { decimal }) };
            onChange({ ...brought, reading: { ...kept, skipped: Number(value) }, choice: null });
          }}
        />
      </div>
      <ul className="mt-1 text-sm text-ink-soft">
        {encoding && encoding.broken > 0 && (
          <li className="font-medium text-warn">{t('own.read.broken', { count: encoding.broken })}</li>
        )}
        {table.above.length > 0 && (
          <li className="break-words">
            {t('own.read.above', {
              lines: table.above
                .map((line) => t('own.quoted', { text: shortened(line, 60) }))
                .join(t('list')),
            })}
          </li>
        )}
        {table.below.length > 0 && (
          <li className="break-words">
            {t('own.read.below', {
              lines: table.below
                .map((line) => t('own.quoted', { text: shortened(line, 60) }))
                .join(t('list')),
            })}
          </li>
        )}
        {table.ragged > 0 && <li>{t('own.read.ragged', { count: table.ragged })}</li>}
        {table.cut && <li>{t('own.read.cut', { most: numbers.integer(TABLE_LIMITS.rows) })}</li>}
        {table.columnCount > table.names.length && (
          <li>{t('own.tooMany', { count: table.columnCount, most: table.names.length })}</li>
        )}
      </ul>
    </fieldset>
  );
}
