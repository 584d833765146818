'use client';

import { useTranslations } from 'use-intl';
import { Checkbox } from '@/client/ui/checkbox';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { OWN_POINTS } from '@/engine/points/own-points';
import type { ColumnChoice } from '@/engine/table/choose-columns';
import type { ReadTable } from './read-brought';

interface Props {
  read: ReadTable;
  onChoice(choice: ColumnChoice): void;
}

/** What has to be decided about the rows: only what these data ask for is asked. */
export function RowChoices({ read: { columns, choice }, onChoice }: Props) {
  const t = useTranslations('playground');
  const label = columns.find((_, i) => choice.roles[i] === 'label');
  const used = columns.filter((_, i) => choice.roles[i] !== 'none');
  const gaps = used.some((column) => column.gaps + column.odd.count > 0);
  const many = label && choice.learns === 'classes' && label.values.length > OWN_POINTS.classes;
  if (!label?.numbers && !gaps && !many) return null;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      {label?.numbers && (
        <SegmentedControl
          label={t('own.columns.learns')}
          labelVisible
          value={choice.learns}
          onChange={(learns) => onChoice({ ...choice, learns })}
          segments={[
            { value: 'classes', label: t('own.columns.classes') },
            { value: 'values', label: t('own.columns.values') },
          ]}
        />
      )}
      {gaps && (
        <SegmentedControl
          label={t('own.columns.gapRows')}
          labelVisible
          value={choice.gaps}
          onChange={(way) => onChoice({ ...choice, gaps: way })}
          segments={[
            { value: 'leave-out', label: t('own.columns.leaveOut') },
            { value: 'fill', label: t('own.columns.fill') },
          ]}
        />
      )}
      {many && (
        <Checkbox
          label={t('own.columns.largest', { most: OWN_POINTS.classes })}
          checked={choice.largestOnly}
          onChange={(largestOnly) => onChoice({ ...choice, largestOnly })}
        />
      )}
    </div>
  );
}
