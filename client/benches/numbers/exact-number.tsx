'use client';

import { useState } from 'react';
import { classNames } from '@/client/ui/class-names';
import { readExact } from './number-text';

export interface ExactNumberProps {
  /** In words, for readers. */
  label: string;
  value: number;
  onChange(value: number): void;
  least: number;
  most: number;
  /** What an arrow key adds. */
  step: number;
  write(value: number): string;
  disabled?: boolean;
  className?: string;
}

/** A number that can be typed; arrow keys step it. What is half typed stays until it is left. */
export function ExactNumber(props: ExactNumberProps) {
  const { label, value, onChange, least, most, step, write, disabled, className } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // What is being typed gives way as soon as the value changes elsewhere.
  const current = typed !== null && readExact(typed, least, most) === value ? typed : null;
  const shown = typed !== null && readExact(typed, least, most) === null ? typed : (current ?? write(value));
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      value={shown}
      disabled={disabled}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = readExact(event.target.value, least, most);
        if (read !== null && read !== value) onChange(read);
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (event.key === 'Enter') setTyped(null);
        if (direction === 0) return;
        event.preventDefault();
        setTyped(null);
        onChange(Math.min(most, Math.max(least, value + direction * step)));
      }}
      className={classNames(
        'tabular min-h-9 rounded-md border border-line-strong bg-surface-raised px-2 text-center text-sm hover:border-ink disabled:bg-surface-sunken disabled:text-ink-soft pointer-coarse:min-h-11',
        className ?? 'w-20',
      )}
    />
  );
}
