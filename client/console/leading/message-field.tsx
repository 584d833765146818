'use client';

import { useId } from 'react';
import { classNames } from '@/client/ui/class-names';
import { CONTROL_CLASSES, Field, type FieldTexts } from '@/client/ui/field';
import { isPressed } from '@/client/ui/pressed-key';
import { LIMITS } from '@/protocol/limits';

interface Props extends FieldTexts {
  value: string;
  onChange(value: string): void;
  /** Enter sends: a message is one paragraph. */
  onEnter(): void;
}

/** A few lines of text. */
export function MessageField({ label, hint, error, value, onChange, onEnter }: Props) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        data-first-focus
        rows={3}
        value={value}
        maxLength={LIMITS.messageUnits}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (!isPressed(event, 'Enter') || event.shiftKey) return;
          event.preventDefault();
          onEnter();
        }}
        className={classNames(CONTROL_CLASSES, 'resize-none px-3 py-2 text-base leading-snug')}
      />
    </Field>
  );
}
