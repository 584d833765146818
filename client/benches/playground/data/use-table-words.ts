'use client';

import { useTranslations } from 'use-intl';
import { OWN_POINTS, type OwnPoints, shortened } from '@/engine/points/own-points';
import type { TypedColumn } from '@/engine/table/column-types';
import type { RowCounts } from '@/engine/table/to-points';

/** Signs of a name that a sentence has room for. */
const IN_SENTENCE = 30;

/** What a table will be trained as, in sentences; and what its columns are called. */
export function useTableWords() {
  const t = useTranslations('playground');
  const nameOf = (column: TypedColumn) =>
    column.name === ''
      ? t('own.columns.column', { number: column.index + 1 })
      : shortened(column.name, IN_SENTENCE);
  const list = (names: readonly string[]) =>
    names.map((name) => shortened(name, IN_SENTENCE)).join(t('list'));
  return {
    nameOf,
    will(data: OwnPoints, counts: RowCounts, label: string): string {
      const inputs = (data.single ? 1 : 2) + data.more.length;
      return data.value
        ? t('own.will.values', { count: counts.used, inputs, name: label })
        : t('own.will.classes', {
            count: counts.used,
            inputs,
            classes: data.classNames.length,
            names: list(data.classNames),
          });
    },
    /** How points of one input are drawn; null where there are two. */
    line: (data: OwnPoints) => (data.single ? t('own.will.line') : null),
    /** What was done to the rows. */
    changed(counts: RowCounts): string[] {
      return [
        ...(counts.gaps > 0 ? [t('own.will.gaps', { count: counts.gaps })] : []),
        ...(counts.filled > 0 ? [t('own.will.filled', { count: counts.filled })] : []),
        ...(counts.otherClasses > 0 ? [t('own.will.others', { count: counts.otherClasses })] : []),
        ...(counts.drawnFrom === null
          ? []
          : [t('own.will.drawn', { count: counts.drawnFrom, most: OWN_POINTS.rows })]),
      ];
    },
    /** Classes that a slip may have made two of. */
    alike(classNames: readonly string[]): string | null {
      const folded = classNames.map((name) => name.toLowerCase());
      const alike = classNames.filter(
        (_, i) => folded.indexOf(folded[i]!) !== folded.lastIndexOf(folded[i]!),
      );
      return alike.length === 0 ? null : t('own.will.alike', { names: list(alike) });
    },
  };
}
