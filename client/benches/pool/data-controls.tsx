'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { ALL_DATA, type DataChoice } from '@/engine/pool/pool-pictures';

interface Props {
  data: DataChoice;
  names: readonly string[];
  onChange(data: DataChoice): void;
}

const MOST = ['all', '20', '5', '2'] as const;
const WRONG = ['0', '0.2', '0.5'] as const;
/** What is left of a scarce label. */
const LEFT = 2;

/** Makes the training data worse on purpose: few, one-sided, mislabelled. Validation stays as it is. */
export function DataControls({ data, names, onChange }: Props) {
  const t = useTranslations('pool.data');
  const numbers = useNumbers();
  const most = MOST.find((value) => value === String(data.mostPerLabel)) ?? 'all';
  const wrong = WRONG.find((value) => Number(value) === data.wrongShare) ?? '0';
  return (
    <fieldset className="rounded-md border border-line bg-surface-raised px-4 py-3">
      <legend className="float-left mb-2 w-full text-sm font-bold">{t('legend')}</legend>
      <div className="clear-both flex flex-wrap items-end gap-x-6 gap-y-3">
        <SegmentedControl
          label={t('few')}
          labelVisible
          value={most}
          onChange={(value) => onChange({ ...data, mostPerLabel: value === 'all' ? null : Number(value) })}
          segments={MOST.map((value) => ({
            value,
            label: value === 'all' ? t('all') : numbers.integer(Number(value)),
          }))}
        />
        <SelectField
          label={t('scarce')}
          value={data.scarce ? String(data.scarce.label) : 'none'}
          onChange={(value) =>
            onChange({ ...data, scarce: value === 'none' ? null : { label: Number(value), left: LEFT } })
          }
          choices={[
            { value: 'none', label: t('scarceNone') },
            ...names.map((name, label) => ({
              value: String(label),
              label: t('scarceOf', { label: name, left: LEFT }),
            })),
          ]}
        />
        <SegmentedControl
          label={t('wrong')}
          labelVisible
          value={wrong}
          onChange={(value) => onChange({ ...data, wrongShare: Number(value) })}
          segments={WRONG.map((value) => ({ value, label: numbers.percent(Number(value), 0) }))}
        />
        <Button
          size="sm"
          look="quiet"
          className="mb-0.5"
          disabled={JSON.stringify(data) === JSON.stringify(ALL_DATA)}
          onClick={() => onChange(ALL_DATA)}
        >
          {t('whole')}
        </Button>
      </div>
    </fieldset>
  );
}
