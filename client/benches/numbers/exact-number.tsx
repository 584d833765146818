'use client';

import { TypedNumber } from '@/client/ui/typed-number';

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

/** A number that can be typed; arrow keys step it, and beyond its range it is set to the end, and it is said. */
export function ExactNumber({ label, onChange, className = 'w-20', ...rest }: ExactNumberProps) {
  return (
    <TypedNumber
      {...rest}
      clamped
      aria-label={label}
      onChange={(value) => value !== null && onChange(value)}
      frameClassName={className}
      className="min-h-9 w-full rounded-md px-2 text-center text-sm disabled:bg-surface-sunken disabled:text-ink-soft pointer-coarse:min-h-11"
    />
  );
}
