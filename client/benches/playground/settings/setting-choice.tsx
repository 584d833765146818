'use client';

import { useId } from 'react';
import { classNames } from '@/client/ui/class-names';

interface ChoiceProps<Value extends string> {
  label: string;
  name: string;
  value: Value;
  choices: readonly { value: Value; label: string; disabled?: boolean }[];
  held: boolean;
  /** Room for a short number: the list itself opens wider. */
  narrow?: boolean;
  onChange(value: Value): void;
}

/** A small list: the browser's own, as wide as its words. */
export function SettingChoice<Value extends string>({
  label,
  name,
  value,
  choices,
  held,
  narrow = false,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="inline-flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="text-xs font-semibold text-ink-soft">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={held}
        data-setting={name}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={classNames(
          narrow && 'w-18',
          'tabular min-h-8 max-w-44 cursor-pointer rounded-sm border border-line-strong bg-surface-raised px-1.5 text-sm',
          'hover:border-ink disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-soft pointer-coarse:min-h-11',
        )}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
