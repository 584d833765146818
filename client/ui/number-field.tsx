'use client';

import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { CONTROL_CLASSES, Field, type FieldTexts } from '@/client/ui/field';

export interface NumberFieldProps extends FieldTexts {
  value: number | null;
  /** `null` while the field is empty. */
  onChange(value: number | null): void;
  min?: number;
  max?: number;
  step?: number;
  /** Printed after the number. */
  unit?: string;
  format?: Intl.NumberFormatOptions;
  disabled?: boolean;
  name?: string;
  className?: string;
}

const STEPPER =
  'grid w-9 shrink-0 place-items-center rounded-[inherit] text-ink hover:not-data-disabled:bg-surface-sunken data-disabled:text-line-strong pointer-coarse:w-11';

/** A number with steppers; arrow keys step, it is clamped to its range when left. */
export function NumberField({
  label,
  hint,
  error,
  value,
  onChange,
  min,
  max,
  step,
  unit,
  format,
  disabled,
  name,
  className,
}: NumberFieldProps) {
  const t = useTranslations('common');
  const locale = useLocale();
  const id = useId();
  const noted = hint !== undefined || error !== undefined;
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <Base.Root
        id={id}
        value={value}
        onValueChange={onChange}
        min={min}
        max={max}
        step={step}
        format={format}
        locale={locale}
        disabled={disabled}
        name={name}
      >
        <Base.Group
          className={classNames(
            CONTROL_CLASSES,
            'flex min-h-10 items-stretch overflow-clip focus-within:border-ink pointer-coarse:min-h-11',
            error !== undefined && 'border-2 border-danger',
          )}
        >
          <Base.Decrement aria-label={t('decrease')} className={STEPPER}>
            <Minus className="size-4" aria-hidden="true" />
          </Base.Decrement>
          <Base.Input
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={noted ? `${id}-note` : undefined}
            className="tabular w-full min-w-0 border-x border-line bg-transparent px-2 text-center text-sm focus-visible:-outline-offset-3"
          />
          {unit !== undefined && <span className="self-center pr-2 pl-2 text-sm text-ink-soft">{unit}</span>}
          <Base.Increment aria-label={t('increase')} className={STEPPER}>
            <Plus className="size-4" aria-hidden="true" />
          </Base.Increment>
        </Base.Group>
      </Base.Root>
    </Field>
  );
}
