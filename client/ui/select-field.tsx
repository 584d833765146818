'use client';

import { type Ref, type SelectHTMLAttributes, useId } from 'react';
import { classNames } from './class-names';
import { CONTROL_CLASSES, Field, type FieldTexts } from './field';

interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
  /** Under which heading it stands; those of one heading follow each other. */
  group?: string;
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
          {groupsIn(choices).map(([group, own]) =>
            group === undefined ? (
              own.map(optionOf)
            ) : (
              <optgroup key={group} label={group}>
                {own.map(optionOf)}
              </optgroup>
            ),
          )}
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

function optionOf({ value, label, disabled }: Choice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}

/** The choices by their headings, in the order of both. */
function groupsIn<Value extends string>(
  choices: readonly Choice<Value>[],
): [group: string | undefined, own: Choice<Value>[]][] {
  const groups: [string | undefined, Choice<Value>[]][] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last && last[0] === choice.group) last[1].push(choice);
    else groups.push([choice.group, [choice]]);
  }
  return groups;
}
