'use client';

import { type ReactNode, useId } from 'react';
import { ExactNumber } from '@/client/benches/numbers/exact-number';
import { positionOf, type RateRange, rateOf, writeRate } from './rate-scale';

interface Props {
  label: ReactNode;
  /** In words, where the label is not words alone. */
  spoken: string;
  value: number;
  onChange(rate: number): void;
  range: RateRange;
  held: boolean;
  className?: string;
}

/** A learning rate: a slider over powers of ten, and a field for the exact value. */
export function RateField({ label, spoken, value, onChange, range, held, className = '' }: Props) {
  const id = useId();
  const [from, to] = [positionOf(range.least), positionOf(range.most)];
  const at = positionOf(value);
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="grid grid-cols-[minmax(0,1fr)_4.75rem] items-center gap-x-3">
        <input
          id={id}
          type="range"
          // The field beside it steps by arrows as well: one stop for Tab is enough.
          tabIndex={-1}
          className="slider"
          aria-label={spoken}
          aria-valuetext={writeRate(value)}
          min={from}
          max={to}
          value={at}
          disabled={held}
          onChange={(event) => onChange(rateOf(event.target.valueAsNumber, range))}
          style={{ '--share': (at - from) / (to - from) }}
        />
        <ExactNumber
          label={spoken}
          value={value}
          onChange={onChange}
          least={range.least}
          most={range.most}
          step={value < 0.1 ? 0.01 : 0.1}
          write={writeRate}
          disabled={held}
          className="w-full"
        />
      </div>
    </div>
  );
}
