'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { calculate, isCalculation } from './arithmetic';
import { SLOPE_DECIMALS, writeValue } from './number-format';
import { type QuantityId, quantity } from './quantities';
import { useQuantityNames } from './use-quantity-names';

export type FieldState = 'open' | 'right' | 'wrong';

interface Props {
  id: QuantityId;
  text: string;
  state: FieldState;
  active: boolean;
  /** Id of the element that says why it is wrong. */
  describedBy?: string | undefined;
  /** Nothing to change any more. */
  readOnly?: boolean;
  onText(text: string): void;
  /** Enter, or the field is left. */
  onCommit(how: 'enter' | 'leave'): void;
  onFocus(): void;
  register(id: QuantityId, input: HTMLInputElement | null): void;
}

/** Room for a calculation; longer ones are read no more. */
const MOST_CHARACTERS = 120;

/** A slope to fill in: a number, or the product that gives it. */
export function SlopeField(props: Props) {
  const { id, text, state, active, describedBy, readOnly = false } = props;
  const t = useTranslations('backpropagation');
  const nameOf = useQuantityNames();
  const value = text.trim() === '' ? null : calculate(text);
  const broken = text.trim() !== '' && value === null;
  const note =
    value !== null && isCalculation(text)
      ? `= ${writeValue(value, SLOPE_DECIMALS)}`
      : broken && !active
        ? t('field.broken')
        : '';
  return (
    <div
      className={classNames(
        'grid grid-cols-[4.4rem_minmax(0,1fr)] items-center gap-x-2 rounded-md border px-2 py-1',
        active && !readOnly ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      <label htmlFor={`blank-${id}`} className="text-right text-base font-semibold">
        <span aria-hidden="true">{quantity(id).symbol} =</span>
        <span className="sr-only">{nameOf(id)}</span>
      </label>
      <span className="relative flex items-center">
        <input
          id={`blank-${id}`}
          ref={(input) => props.register(id, input)}
          data-blank={id}
          data-state={state}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          maxLength={MOST_CHARACTERS}
          value={text}
          readOnly={readOnly}
          aria-invalid={state === 'wrong' || broken || undefined}
          aria-describedby={describedBy}
          onChange={(event) => props.onText(event.target.value)}
          onFocus={props.onFocus}
          onBlur={() => props.onCommit('leave')}
          onKeyDown={(event) => {
            // Enter also ends the choosing of Japanese characters: that one is not ours.
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              props.onCommit('enter');
            }
          }}
          className={classNames(
            'tabular min-h-9 w-full min-w-0 rounded-sm border bg-surface-raised pr-8 pl-2 text-base pointer-coarse:min-h-11',
            state === 'right' ? 'border-ok' : state === 'wrong' ? 'border-danger' : 'border-line-strong',
          )}
        />
        {state !== 'open' && (
          <span className="absolute right-2">
            {state === 'right' ? (
              <Check aria-hidden="true" className="size-5 text-ok" />
            ) : (
              <X aria-hidden="true" className="size-5 text-danger" />
            )}
            <span className="sr-only">{t(`field.${state}`)}</span>
          </span>
        )}
      </span>
      <span
        className={classNames(
          'tabular col-start-2 h-5 truncate text-xs',
          broken ? 'text-danger' : 'text-ink-soft',
        )}
      >
        {note}
      </span>
    </div>
  );
}
