'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { isPressed } from '@/client/ui/pressed-key';
import { RightSign } from '@/client/ui/right-sign';
import { calculate } from './arithmetic';
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
  onText(text: string): void;
  /** Enter, or the field is left, but not for a number of the picture. */
  onCommit(how: 'enter' | 'leave'): void;
  onFocus(): void;
  /** The picture whose numbers can be put in here, and the way into it. */
  pictureId: string;
  onEnterPicture(): void;
  register(id: QuantityId, input: HTMLInputElement | null): void;
}

/** Leads from a field into the picture: in a single line it does nothing else. */
const TO_PICTURE = 'ArrowUp';
/** Room for a calculation; longer ones are read no more. */
const MOST_CHARACTERS = 120;

/** A slope to fill in: a number, or the product that gives it. */
export function SlopeField(props: Props) {
  const { id, text, state, active, describedBy } = props;
  const t = useTranslations('backpropagation');
  const nameOf = useQuantityNames();
  const broken = text.trim() !== '' && calculate(text) === null;
  return (
    <div
      className={classNames(
        'grid grid-cols-[4.6rem_minmax(0,1fr)] items-center gap-x-2 rounded-md border px-1.5 py-0.5',
        // On a phone one field is in sight, just below the picture: the others are chosen there.
        active ? 'border-accent bg-accent-soft' : 'border-transparent max-sm:hidden',
      )}
    >
      <label htmlFor={`blank-${id}`} className="text-right text-sm font-semibold whitespace-nowrap">
        <span aria-hidden="true" translate="no">{`${quantity(id).symbol} =`}</span>
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
          aria-invalid={state === 'wrong' || broken || undefined}
          aria-describedby={describedBy}
          onChange={(event) => props.onText(event.target.value)}
          onFocus={props.onFocus}
          aria-controls={props.pictureId}
          aria-keyshortcuts={TO_PICTURE}
          onBlur={({ relatedTarget }) => {
            if (!document.getElementById(props.pictureId)?.contains(relatedTarget)) props.onCommit('leave');
          }}
          onKeyDown={(event) => {
            if (isPressed(event, TO_PICTURE)) {
              event.preventDefault();
              props.onEnterPicture();
            }
            if (!isPressed(event, 'Enter')) return;
            event.preventDefault();
            props.onCommit('enter');
          }}
          className={classNames(
            'tabular min-h-9 w-full min-w-0 rounded-sm border bg-surface-raised pr-8 pl-2 text-base pointer-coarse:min-h-11',
            state === 'right'
              ? 'border-ok'
              : state === 'wrong' || (broken && !active)
                ? 'border-danger'
                : 'border-line-strong',
          )}
        />
        {state !== 'open' && (
          <span className="absolute right-2">
            <RightSign right={state === 'right'} label={t(`field.${state}`)} size={20} />
          </span>
        )}
      </span>
    </div>
  );
}
