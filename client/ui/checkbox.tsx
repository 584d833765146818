'use client';

import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange'> {
  label: ReactNode;
  /** The label for screen readers alone (rows of a table). */
  labelHidden?: boolean;
  onChange?(checked: boolean): void;
  ref?: Ref<HTMLInputElement>;
}

/** Chosen or not; takes effect with the form, or with the selection that it is part of. */
export function Checkbox({ label, labelHidden = false, onChange, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={classNames(
        'inline-flex min-h-8 cursor-pointer items-center gap-2.5 text-sm has-disabled:cursor-not-allowed has-disabled:text-ink-soft pointer-coarse:min-h-11',
        className,
      )}
    >
      <span className="relative grid size-5 shrink-0 place-items-center">
        <input
          {...rest}
          type="checkbox"
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-sm border-2 border-line-strong bg-surface-raised transition-colors hover:border-ink checked:border-accent checked:bg-accent"
        />
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none relative size-4 text-on-accent opacity-0 peer-checked:opacity-100"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
        >
          <path d="m3 8.5 3.4 3.4L13 4.6" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
      <span className={labelHidden ? 'sr-only' : undefined}>{broken(label)}</span>
    </label>
  );
}
