'use client';

import { type ReactNode, useId } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';

interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

export interface SegmentedControlProps<Value extends string> {
  /** Names the group. */
  label: string;
  /** Default: for screen readers alone. */
  labelVisible?: boolean;
  value: Value;
  onChange(value: NoInfer<Value>): void;
  segments: readonly Segment<NoInfer<Value>>[];
  disabled?: boolean;
  className?: string;
}

/** One of two to five, all in sight. Radio buttons underneath: arrow keys move, Tab enters once. */
export function SegmentedControl<Value extends string>({
  label,
  labelVisible = false,
  value,
  onChange,
  segments,
  disabled,
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classNames('min-w-0', className)} disabled={disabled}>
      <legend className={labelVisible ? 'mb-1.5 text-sm font-semibold' : 'sr-only'}>{broken(label)}</legend>
      <div className="inline-flex max-w-full flex-wrap rounded-md border border-line-strong bg-surface-sunken p-0.5">
        {segments.map((segment) => (
          <label
            key={segment.value}
            className={classNames(
              'relative inline-flex min-h-8.5 cursor-pointer items-center justify-center gap-1.5 rounded-[0.3rem] border border-transparent px-3 text-sm font-semibold text-ink-soft transition-colors select-none pointer-coarse:min-h-11',
              'hover:text-ink has-checked:border-line-strong has-checked:bg-surface-raised has-checked:text-ink has-checked:shadow-card',
              'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-60',
            )}
          >
            {/* Beside the words, not over them: the whole label chooses, and what points at the words finds them. */}
            <input
              type="radio"
              className="absolute inset-y-0 left-0 m-0 w-2.5 cursor-[inherit] appearance-none rounded-[inherit] outline-none"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              disabled={segment.disabled}
              onChange={() => onChange(segment.value)}
            />
            <span className="inline-flex items-center gap-1.5">{broken(segment.label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
