'use client';

import { Lock } from 'lucide-react';
import { useId } from 'react';
import { writeNumber } from '@/client/benches/numbers/number-text';
import { TypedNumber } from '@/client/ui/typed-number';

export interface ParameterRowProps {
  /** Short, as in the picture: w₁, θ. */
  sign: string;
  /** In words, for readers: “Weight w₁”. */
  label: string;
  /** The same for the field beside the slider. */
  fieldLabel: string;
  value: number;
  onChange(value: number): void;
  /** The range is ± this. */
  most: number;
  step: number;
  /** Given by the task: why it cannot be moved. */
  locked?: string | undefined;
}

/** One number of a perceptron: a slider for the finger, a field for the exact value. */
export function ParameterRow(props: ParameterRowProps) {
  const { sign, label, fieldLabel, value, onChange, most, step, locked } = props;
  const id = useId();
  const isLocked = locked !== undefined;

  return (
    <div className="grid grid-cols-[2.1rem_minmax(0,1fr)_4.6rem] items-center gap-x-2">
      <label htmlFor={id} className="font-display text-base font-semibold">
        <span aria-hidden="true" translate="no">
          {sign}
        </span>
        <span className="sr-only">{label}</span>
      </label>
      <input
        id={id}
        type="range"
        // The field beside it steps by arrows as well: one stop for Tab is enough.
        tabIndex={-1}
        className="slider"
        min={-most}
        max={most}
        step={step}
        value={value}
        disabled={isLocked}
        aria-valuetext={writeNumber(value)}
        onChange={(event) => onChange(Math.round(event.target.valueAsNumber * 100) / 100 + 0)}
        style={{ '--share': (value + most) / (2 * most) }}
      />
      {isLocked ? (
        <span
          title={locked}
          className="tabular inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border border-warn/40 bg-warn-soft px-2 text-sm font-semibold text-warn"
        >
          <Lock aria-hidden="true" className="size-3.5" />
          <span>{writeNumber(value)}</span>
          <span className="sr-only">{locked}</span>
        </span>
      ) : (
        <TypedNumber
          inputMode="text"
          aria-label={fieldLabel}
          value={value}
          onChange={(next) => next !== null && onChange(next)}
          write={writeNumber}
          least={-most}
          most={most}
          clamped
          step={step}
          className="min-h-9 w-full rounded-md px-2 text-center text-sm disabled:bg-surface-sunken disabled:text-ink-soft pointer-coarse:min-h-11"
        />
      )}
    </div>
  );
}
