'use client';

import { type InputHTMLAttributes, type ReactNode, type Ref, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names';
import { moveIntoWindow } from './into-window';
import { isPressed } from './pressed-key';
import { type NumberReading, readTypedNumber } from './read-number';

type Native = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'type' | 'min' | 'max' | 'step'
>;

export interface TypedNumberProps extends Native, NumberReading {
  ref?: Ref<HTMLInputElement>;
  /** Null: empty, where that means something (`emptyable`). */
  value: number | null;
  onChange(value: number | null): void;
  /** Another way to read what is typed; null: it is no number. */
  read?(text: string): number | null;
  /** A value as it stands in the field while nobody types. */
  write(value: number): string;
  least?: number;
  most?: number;
  /** What lies beyond the range becomes its end; else it is told and not taken. */
  clamped?: boolean;
  emptyable?: boolean;
  /** When a number is taken: with each letter, or once it is whole (Enter, or the field is left). */
  taken?: 'typing' | 'leaving';
  /** What an arrow key adds. */
  step?: number;
  /** Rounds what is taken to so many decimals. */
  digits?: number;
  /** Of the frame around field and message. */
  frameClassName?: string;
}

type Judged = { value: number | null } | { problem: 'unread' | 'range' | 'whole' };

/**
 * A number that is typed. What cannot be read stays as it is typed, marked, and once the field is left it is said that it was not
 * taken and what is set instead.
 */
export function TypedNumber({
  value,
  onChange,
  read: readBy,
  write,
  least,
  most,
  clamped,
  emptyable,
  taken = 'typing',
  step,
  digits,
  whole,
  percent,
  frameClassName,
  className,
  ...native
}: TypedNumberProps) {
  const t = useTranslations('common');
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);

  const bounded = (number: number) => Math.min(most ?? number, Math.max(least ?? number, number));
  const judge = (text: string): Judged => {
    if (text.trim() === '') return emptyable ? { value: null } : { problem: 'unread' };
    const read = readBy ? readBy(text) : readTypedNumber(text, { whole, percent });
    if (read === null) return { problem: 'unread' };
    if (whole && !Number.isInteger(read)) return { problem: 'whole' };
    const held = bounded(read);
    if (held !== read && !clamped) return { problem: 'range' };
    return { value: digits === undefined ? held : Math.round(held * 10 ** digits) / 10 ** digits + 0 };
  };
  const judged = typed === null ? null : judge(typed);
  const problem = judged !== null && 'problem' in judged ? judged.problem : null;

  // What is being typed gives way as soon as the value changes elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the value counts.
  useEffect(() => {
    if (taken === 'typing') setTyped((text) => (text !== null && means(judge(text), value) ? text : null));
  }, [value]);

  const rest = () => {
    setTyped(null);
    setLeft(false);
  };
  const take = (one: Judged | null) => {
    if (one !== null && 'value' in one && one.value !== value) onChange(one.value);
  };
  const leave = () => {
    if (taken === 'leaving') take(judged);
    if (problem === null || typed?.trim() === '') rest();
    else setLeft(true);
  };

  return (
    <span className={classNames('relative inline-block min-w-0', frameClassName)}>
      <input
        inputMode="decimal"
        autoComplete="off"
        {...native}
        type="text"
        value={typed ?? (value === null ? '' : write(value))}
        aria-invalid={problem !== null || native['aria-invalid'] || undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setLeft(false);
          if (taken === 'typing') take(judge(event.target.value));
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (isPressed(event, 'Enter')) leave();
          const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (direction === 0 || step === undefined || value === null) return;
          event.preventDefault();
          rest();
          // Decimals that only the sum of two binary fractions has are nobody's.
          take({ value: bounded(Number((value + direction * step).toFixed(digits ?? 10))) });
        }}
        className={classNames(
          'tabular border border-line-strong bg-surface-raised hover:border-ink aria-invalid:border-2 aria-invalid:border-danger',
          className,
        )}
      />
      {left && problem !== null && (
        <Said>
          {t(`number.${problem}`, {
            typed: typed ?? '',
            least: least ?? 0,
            most: most ?? 0,
            value: value === null ? '–' : write(value),
          })}
        </Said>
      )}
    </span>
  );
}

/** Where it is just drawn. */
const place = (tip: HTMLElement | null) => {
  if (tip) moveIntoWindow(tip);
};

/** Over what lies below: a field in a row has no room of its own for a sentence. */
function Said({ children }: { children: ReactNode }) {
  return (
    <span
      ref={place}
      role="alert"
      className="absolute top-full right-0 z-30 mt-1 block w-max max-w-60 rounded-md border border-danger bg-surface-raised px-2.5 py-1.5 text-left text-xs font-medium whitespace-normal text-danger shadow-popup"
    >
      {children}
    </span>
  );
}

/** Whether a text means this value; rounding on the way is no change. */
function means(judged: Judged, value: number | null): boolean {
  if (!('value' in judged)) return false;
  if (judged.value === null || value === null) return judged.value === value;
  return Math.abs(judged.value - value) <= 1e-9 * Math.max(1, Math.abs(value));
}
