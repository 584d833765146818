'use client';

import { type InputHTMLAttributes, type Ref, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import {
  asWritten,
  isFarOut,
  type JudgedNumber,
  judgeNumber,
  meansValue,
  type NumberRules,
} from './judge-number';
import { NumberNote, useGoneOn } from './number-note';
import { isPressed } from './pressed-key';
import { readTypedNumber } from './read-number';

type Native = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'onInvalid' | 'type' | 'min' | 'max' | 'step'
>;

export interface TypedNumberProps extends Native, NumberRules {
  ref?: Ref<HTMLInputElement>;
  /** Null: empty, where that means something (`emptyable`). */
  value: number | null;
  onChange(value: number | null): void;
  /** When a number is taken: with each letter, or once it is whole (Enter, or the field is left). One beyond the range waits for that, too. */
  taken?: 'typing' | 'leaving';
  /** What an arrow key adds. */
  step?: number;
  /** Of the frame around field and message. */
  frameClassName?: string;
}

/** What was taken instead of what was typed. */
type Told = Extract<JudgedNumber, { changed: string }>;

/**
 * A number that is typed, and never becomes another one in silence. What cannot be read stays as it is typed, marked, and once the
 * field is left it is said that it was not taken and what is set instead; what was set to the end of the range, or rounded, is said
 * then, too. A form is not sent before that was said.
 */
export function TypedNumber({
  ref,
  value,
  onChange,
  write,
  least,
  most,
  clamped,
  emptyable,
  taken = 'typing',
  step,
  whole,
  percent,
  frameClassName,
  className,
  ...native
}: TypedNumberProps) {
  const t = useTranslations('common');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const [told, setTold] = useState<Told | null>(null);

  const rules: NumberRules = { write, least, most, clamped, emptyable, whole, percent };
  const judged = typed === null ? null : judgeNumber(typed, rules);
  const problem = judged !== null && 'problem' in judged ? judged.problem : null;
  // What was told is over once the value is another one.
  const shown = told !== null && meansValue(told, value) ? told : null;
  const far = typed !== null && clamped === true && isFarOut(typed, rules);
  useGoneOn(shown !== null, () => setTold(null));

  // What is being typed gives way as soon as the value changes elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the value counts.
  useEffect(() => {
    if (taken === 'typing')
      setTyped((text) => (text !== null && meansValue(judgeNumber(text, rules), value) ? text : null));
  }, [value]);

  const unsaid = problem !== null || shown !== null;
  useEffect(() => input.current?.setCustomValidity(unsaid ? t('number.unsaid') : ''), [unsaid, t]);

  const rest = () => {
    setTyped(null);
    setLeft(false);
  };
  const take = (one: JudgedNumber) => {
    if (!('problem' in one) && one.value !== value) onChange(one.value);
  };
  /** Whether what was typed stands as it was typed. */
  const leave = (): boolean => {
    if (judged === null) return true;
    if ('problem' in judged) {
      if (typed?.trim() === '') rest();
      else setLeft(true);
      return false;
    }
    take(judged);
    rest();
    if (judged.changed === undefined) return true;
    setTold(judged);
    return false;
  };

  const bound = (end: number | undefined) => (end === undefined ? '' : writtenEnd(end, write));
  const said = (key: 'takes' | 'nearest' | 'rounded' | 'unread' | 'range' | 'whole') =>
    broken(
      t(`number.${key}`, {
        typed: typed ?? '',
        least: bound(least),
        most: bound(most),
        value: value === null ? '–' : write(value),
      }),
    );
  const word = left && problem !== null ? problem : far ? 'takes' : (shown?.changed ?? null);

  return (
    <span className={classNames('relative inline-block min-w-0', frameClassName)}>
      <input
        inputMode="decimal"
        autoComplete="off"
        {...native}
        ref={(element) => {
          input.current = element;
          if (typeof ref === 'function') return ref(element);
          if (ref) ref.current = element;
        }}
        type="text"
        value={typed ?? (value === null ? '' : write(value))}
        aria-invalid={problem !== null || far || native['aria-invalid'] || undefined}
        aria-describedby={word === null ? native['aria-describedby'] : id}
        onChange={(event) => {
          setTyped(event.target.value);
          setLeft(false);
          setTold(null);
          const one = judgeNumber(event.target.value, rules);
          if (taken === 'typing' && !('problem' in one) && one.changed !== 'nearest') take(one);
        }}
        onBlur={leave}
        onInvalid={(event) => {
          event.preventDefault();
          if (problem !== null) setLeft(true);
          event.currentTarget.focus();
        }}
        onKeyDown={(event) => {
          // What was said first is to be read before anything is sent.
          if (isPressed(event, 'Enter') && !leave()) event.preventDefault();
          const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (direction === 0 || step === undefined || value === null) return;
          event.preventDefault();
          rest();
          // Decimals that only the sum of two binary fractions has are nobody's.
          take({ value: asWritten(Number((value + direction * step).toFixed(10)), rules) });
        }}
        className={classNames(
          'tabular border border-line-strong bg-surface-raised hover:border-ink aria-invalid:border-2 aria-invalid:border-danger',
          className,
        )}
      />
      {word !== null && (
        // Each finds its own place.
        <NumberNote key={word} id={id} wrong={shown === null}>
          {said(word)}
        </NumberNote>
      )}
    </span>
  );
}

/** An end of the range as the field writes it, or with all its decimals where the field has too few. */
function writtenEnd(end: number, write: (value: number) => string): string {
  const text = write(end);
  return readTypedNumber(text) === end ? text : String(end).replace('-', '−');
}
