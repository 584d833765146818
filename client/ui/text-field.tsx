'use client';

import { type InputHTMLAttributes, type Ref, useId } from 'react';
import { classNames } from './class-names';
import { CONTROL_CLASSES, Field, type FieldTexts } from './field';
import { useTypedEarly } from './use-typed-early';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size'>, FieldTexts {
  size?: 'md' | 'lg';
  /** Class names of the input itself; `className` is the frame's. */
  inputClassName?: string;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  size = 'md',
  className,
  inputClassName,
  id,
  ref,
  ...rest
}: TextFieldProps) {
  const ownId = useId();
  const input = useTypedEarly(ref, rest);
  const inputId = id ?? ownId;
  const noted = hint !== undefined || error !== undefined;
  return (
    <Field id={inputId} label={label} hint={hint} error={error} className={className}>
      <input
        {...rest}
        ref={input}
        id={inputId}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={noted ? `${inputId}-note` : undefined}
        className={classNames(
          CONTROL_CLASSES,
          size === 'lg' ? 'min-h-13 px-4 text-lg' : 'min-h-10 px-3 text-base pointer-coarse:min-h-11',
          inputClassName,
        )}
      />
    </Field>
  );
}
