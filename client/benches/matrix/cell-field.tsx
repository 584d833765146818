'use client';

import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { isPressed } from '@/client/ui/pressed-key';
import { RightSign } from '@/client/ui/right-sign';
import { type CellId, MOST_LETTERS, placeOf } from './hand-work';

interface Props {
  ref?: Ref<HTMLInputElement>;
  cell: CellId;
  text: string;
  state: 'open' | 'right' | 'wrong';
  active: boolean;
  onText(text: string): void;
  /** Enter, or the field is left. */
  onCommit(how: 'enter' | 'leave'): void;
  onFocus(): void;
}

/** One number of the product, to be filled in. */
export function CellField({ ref, cell, text, state, active, onText, onCommit, onFocus }: Props) {
  const t = useTranslations('matrix');
  const { row, column } = placeOf(cell);
  return (
    <span className="relative block">
      <input
        ref={ref}
        data-cell={cell}
        data-state={state}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={MOST_LETTERS}
        value={text}
        aria-label={t('cell', { row: row + 1, column: column + 1 })}
        aria-invalid={state === 'wrong' || undefined}
        aria-describedby={active ? 'cell-note' : undefined}
        onChange={(event) => onText(event.target.value)}
        onFocus={onFocus}
        onBlur={() => onCommit('leave')}
        onKeyDown={(event) => {
          if (!isPressed(event, 'Enter')) return;
          event.preventDefault();
          onCommit('enter');
        }}
        className={classNames(
          'tabular block h-11 w-16 rounded-sm border-2 bg-surface-raised text-center text-lg font-bold sm:h-12 sm:w-20',
          state === 'right' ? 'border-ok' : state === 'wrong' ? 'border-danger' : 'border-line-strong',
          active && state === 'open' && 'border-accent',
        )}
      />
      {state !== 'open' && (
        <span className="absolute -top-1.5 -right-1.5 rounded-full bg-surface-raised">
          <RightSign right={state === 'right'} label={t(`state.${state}`)} />
        </span>
      )}
    </span>
  );
}
