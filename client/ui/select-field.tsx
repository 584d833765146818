'use client';

import { type Ref, type SelectHTMLAttributes, useId } from 'react';
import { classNames } from './class-names';
import { CONTROL_CLASSES, Field, type FieldTexts } from './field';

interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps<Value extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'size'>,
    FieldTexts {
  value: Value;
  onChange(value: NoInfer<Value>): void;
  choices: readonly Choice<NoInfer<Value>>[];
  ref?: Ref<HTMLSelectElement>;
}

/** One of several. The browser's own select: on phones and with readers nothing works better. */
export function SelectField<Value extends string>({
  label,
  hint,
  error,
  choices,
  value,
  onChange,
  className,
  id,
  ...rest
}: SelectFieldProps<Value>) {
  const ownId = useId();
  const selectId = id ?? ownId;
  const noted = hint !== undefined || error !== undefined;
  return (
    <Field id={selectId} label={label} hint={hint} error={error} className={className}>
      <span className="relative block">
        <select
          {...rest}
          id={selectId}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={noted ? `${selectId}-note` : undefined}
          className={classNames(
            CONTROL_CLASSES,
            'min-h-10 cursor-pointer appearance-none truncate py-1.5 pr-9 pl-3 text-sm pointer-coarse:min-h-11',
          )}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
        >
          <path d="m4 6 4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
    </Field>
  );
}
