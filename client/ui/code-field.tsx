'use client';

import { classNames } from './class-names';
import { TextField, type TextFieldProps } from './text-field';

export type CodeFieldProps = Omit<TextFieldProps, 'type' | 'size'>;

/**
 * A room code as it is typed: large, spaced, capitals on show. It leaves the text as typed (input methods for
 * Japanese break when a field rewrites itself); the reader of the value normalises it.
 */
export function CodeField({ inputClassName, ...rest }: CodeFieldProps) {
  return (
    <TextField
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      inputMode="text"
      {...rest}
      size="lg"
      inputClassName={classNames(
        'font-display font-bold uppercase tabular tracking-[0.18em] placeholder:font-normal placeholder:tracking-[0.18em]',
        inputClassName,
      )}
    />
  );
}
