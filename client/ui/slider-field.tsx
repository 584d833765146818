'use client';

import { type ReactNode, useId } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';

export interface SliderFieldProps {
  label: ReactNode;
  value: number;
  onChange(value: number): void;
  min: number;
  max: number;
  step?: number;
  /** How the value is written beside the label and read out; default: the plain number. */
  format?(value: number): string;
  /** Digits' room kept for the value, in characters. Default 6. */
  valueWidth?: number;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
}

/** A value on a range. The browser's own slider, so that arrows, Home, End and Page keys work as everywhere. */
export function SliderField({
  label,
  value,
  onChange,
  min,
  max,
  step = 1,
  format = String,
  valueWidth = 6,
  hint,
  disabled,
  className,
}: SliderFieldProps) {
  const id = useId();
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  return (
    <div className={classNames('flex flex-col gap-0.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-semibold">
          {broken(label)}
        </label>
        <span
          aria-hidden="true"
          className="tabular text-right text-sm"
          style={{ minWidth: `${valueWidth}ch` }}
        >
          {format(value)}
        </span>
      </div>
      <input
        id={id}
        type="range"
        className="slider"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={format(value)}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        style={{ '--share': share }}
      />
      {hint !== undefined && (
        <p id={`${id}-note`} className="text-sm text-ink-soft">
          {broken(hint)}
        </p>
      )}
    </div>
  );
}
