'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NumbersTable } from '@/client/inside/numbers-table';
import type { SumParts } from '@/engine/inside/sum-parts';

interface Props {
  parts: SumParts;
  /** What comes in, by where it lies among the layer's inputs. */
  nameOf(at: number): string;
}

/** The multiplications of a sum, those that say most first; those of 0 are counted. */
export function PartsTable({ parts, nameOf }: Props) {
  const t = useTranslations('inside.table');
  const { from, values, weights, products } = parts;
  const rows = useMemo(
    () =>
      [...products.keys()]
        .filter((part) => values[part] !== 0)
        .sort((a, b) => Math.abs(products[b]!) - Math.abs(products[a]!)),
    [products, values],
  );
  const zeros = products.length - rows.length;
  return (
    <NumbersTable
      rows={rows}
      columns={[
        { id: 'where', header: t('where'), cell: (part) => nameOf(from[part]!) },
        { id: 'value', header: t('value'), number: (part) => values[part]! },
        { id: 'weight', header: t('weight'), number: (part) => weights[part]! },
        { id: 'product', header: t('product'), number: (part) => products[part]! },
      ]}
      note={zeros > 0 ? t('zeros', { count: zeros }) : undefined}
    />
  );
}
