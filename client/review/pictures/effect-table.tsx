'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { SettingValue } from '@/client/review/settings';
import { DataTable } from '@/client/ui/data-table';
import type { SettingEffect } from './setting-effects';

interface Props {
  effect: SettingEffect;
  name: string;
  labelOf(value: SettingValue): string;
}

/** How the runs with each value of a setting did. */
export function EffectTable({ effect, name, labelOf }: Props) {
  const t = useTranslations('pictures.effects');
  const pictures = useTranslations('pictures');
  const numbers = useNumbers();
  return (
    <details className="mt-1 max-w-xl text-sm">
      <summary className="cursor-pointer font-semibold">{pictures('data')}</summary>
      <DataTable
        caption={t('groups', { name })}
        dense
        columns={[
          { id: 'value', header: name, rowHeader: true, cell: ({ value }) => labelOf(value) },
          { id: 'count', header: t('runs'), align: 'right', cell: ({ count }) => numbers.integer(count) },
          { id: 'mean', header: t('mean'), align: 'right', cell: ({ mean }) => numbers.percent(mean / 100) },
          {
            id: 'deviation',
            header: t('deviation'),
            align: 'right',
            cell: ({ deviation, count }) => (count > 1 ? `± ${numbers.decimal(deviation, 1)}` : '–'),
          },
        ]}
        rows={effect.groups}
        rowKey={({ value }) => String(value)}
        className="mt-1 max-h-80 border border-line"
      />
    </details>
  );
}
