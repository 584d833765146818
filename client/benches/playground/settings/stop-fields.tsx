'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { TypedNumber } from '@/client/ui/typed-number';
import { SETUP_LIMITS, type StopCondition } from '@/engine/playground/setup';

interface Props {
  stop: StopCondition;
  /** Values have no accuracy. */
  regression: boolean;
  held: boolean;
  onChange(stop: StopCondition): void;
}

/** When training stops by itself: three small fields, empty for "not by this". */
export function StopFields({ stop, regression, held, onChange }: Props) {
  const t = useTranslations('playground');
  return (
    <fieldset className="inline-flex min-w-0 flex-wrap items-end gap-x-2 gap-y-1.5">
      <legend className="sr-only">{t('stop.label')}</legend>
      <Field
        label={t('stop.steps')}
        name="stop-steps"
        value={stop.steps}
        limits={SETUP_LIMITS.stopSteps}
        whole
        held={held}
        onChange={(steps) => onChange({ ...stop, steps })}
      />
      <Field
        label={t('stop.loss')}
        name="stop-loss"
        value={stop.lossBelow}
        limits={SETUP_LIMITS.stopLoss}
        held={held}
        onChange={(lossBelow) => onChange({ ...stop, lossBelow })}
      />
      {!regression && (
        <Field
          label={t('stop.accuracy')}
          name="stop-accuracy"
          value={stop.accuracyAtLeast === null ? null : Math.round(stop.accuracyAtLeast * 1000) / 10}
          limits={[0, 100]}
          percent
          held={held}
          onChange={(percent) =>
            onChange({ ...stop, accuracyAtLeast: percent === null ? null : percent / 100 })
          }
        />
      )}
    </fieldset>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value: number | null;
  limits: readonly [number, number];
  whole?: boolean;
  percent?: boolean;
  held: boolean;
  onChange(value: number | null): void;
}

function Field({ label, name, value, limits: [least, most], whole, percent, held, onChange }: FieldProps) {
  const t = useTranslations('playground');
  const id = useId();
  return (
    <span className="inline-flex flex-col gap-0.5">
      <label htmlFor={id} className="text-xs font-semibold text-ink-soft">
        {label}
      </label>
      <TypedNumber
        id={id}
        value={value}
        onChange={onChange}
        write={String}
        least={least}
        most={most}
        whole={whole}
        percent={percent}
        emptyable
        disabled={held}
        data-setting={name}
        placeholder={t('stop.never')}
        className="min-h-8 w-16 rounded-sm px-2 text-sm placeholder:text-ink-soft disabled:cursor-not-allowed disabled:bg-surface-sunken pointer-coarse:min-h-11"
      />
    </span>
  );
}
