'use client';

import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names';
import { CONTROL_CLASSES, Field, type FieldTexts } from './field';
import { TypedNumber } from './typed-number';

export interface NumberFieldProps extends FieldTexts {
  value: number;
  onChange(value: number): void;
  min: number;
  max: number;
  step: number;
  /** Decimals that are shown and kept, at most. */
  digits?: number;
  disabled?: boolean;
  className?: string;
}

const STEPPER =
  'grid w-9 shrink-0 place-items-center rounded-[inherit] text-ink not-disabled:hover:bg-surface-sunken disabled:text-line-strong pointer-coarse:w-11';

/** A number with steppers; arrow keys step it, and beyond its range it is set to the end, and it is said. */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    hint,
    error,
    value,
    onChange,
    min,
    max,
    step,
    digits = 2,
    disabled = false,
    className,
  } = props;
  const t = useTranslations('common');
  const id = useId();
  const noted = hint !== undefined || error !== undefined;
  const write = (number: number) => String(Number(number.toFixed(digits))).replace('-', '−');
  const stepper = (name: string, by: number, icon: ReactNode) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={name}
      disabled={disabled || (by < 0 ? value <= min : value >= max)}
      onClick={() => onChange(Math.min(max, Math.max(min, Number((value + by).toFixed(digits)))))}
      className={STEPPER}
    >
      {icon}
    </button>
  );
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <div
        className={classNames(
          CONTROL_CLASSES,
          'flex min-h-10 items-stretch focus-within:border-ink pointer-coarse:min-h-11',
          error !== undefined && 'border-2 border-danger',
        )}
      >
        {stepper(t('decrease'), -step, <Minus className="size-4" aria-hidden="true" />)}
        <TypedNumber
          id={id}
          value={value}
          onChange={(next) => next !== null && onChange(next)}
          write={write}
          least={min}
          most={max}
          clamped
          step={step}
          disabled={disabled}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={noted ? `${id}-note` : undefined}
          frameClassName="flex! flex-1"
          className="w-full min-w-0 border-y-0 px-2 text-center text-sm focus-visible:-outline-offset-3"
        />
        {stepper(t('increase'), step, <Plus className="size-4" aria-hidden="true" />)}
      </div>
    </Field>
  );
}
