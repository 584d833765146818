'use client';

import { type ReactNode, useId } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';

export interface ToggleProps {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
  hint?: ReactNode;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/** On or off, at once. */
export function Toggle({ label, checked, onChange, hint, disabled, name, className }: ToggleProps) {
  const id = useId();
  return (
    <div className={classNames('flex flex-col gap-0.5', className)}>
      <label className="group inline-flex min-h-8 cursor-pointer items-center gap-3 text-sm font-semibold has-disabled:cursor-not-allowed has-disabled:text-ink-soft pointer-coarse:min-h-11">
        <span className="relative inline-flex h-6 w-11 shrink-0 items-center rounded-full border border-line-strong bg-surface-sunken transition-colors group-hover:border-ink has-checked:border-accent has-checked:bg-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
          <input
            type="checkbox"
            role="switch"
            aria-checked={checked}
            className="peer absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-full outline-none"
            checked={checked}
            disabled={disabled}
            name={name}
            aria-describedby={hint === undefined ? undefined : id}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span className="pointer-events-none ml-0.5 size-4.5 rounded-full bg-line-strong transition-transform ease-settle peer-checked:translate-x-5 peer-checked:bg-on-accent" />
        </span>
        <span>{broken(label)}</span>
      </label>
      {hint !== undefined && (
        <p id={id} className="text-sm text-ink-soft">
          {broken(hint)}
        </p>
      )}
    </div>
  );
}
