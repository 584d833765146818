'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
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
  held: boolean;
  onChange(value: number | null): void;
}

function Field({ label, name, value, limits: [least, most], whole = false, held, onChange }: FieldProps) {
  const t = useTranslations('playground');
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? (value === null ? '' : String(value));
  const read = text.trim() === '' ? null : Number(text.replace(',', '.'));
  const wrong = read !== null && (!(read >= least && read <= most) || (whole && !Number.isInteger(read)));
  return (
    <span className="inline-flex flex-col gap-0.5">
      <label htmlFor={id} className="text-xs font-semibold text-ink-soft">
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={text}
        disabled={held}
        data-setting={name}
        placeholder={t('stop.never')}
        aria-invalid={wrong || undefined}
        title={wrong ? t('stop.range', { least, most }) : undefined}
        onChange={(event) => {
          const next = event.target.value;
          setDraft(next);
          const number = next.trim() === '' ? null : Number(next.replace(',', '.'));
          if (number === null) onChange(null);
          else if (number >= least && number <= most && (!whole || Number.isInteger(number)))
            onChange(number);
        }}
        // What was no number goes when the field is left; what is set stays set.
        onBlur={() => setDraft(null)}
        className="tabular min-h-8 w-16 rounded-sm border border-line-strong bg-surface-raised px-2 text-sm placeholder:text-ink-soft hover:border-ink aria-invalid:border-2 aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-surface-sunken pointer-coarse:min-h-11"
      />
    </span>
  );
}
