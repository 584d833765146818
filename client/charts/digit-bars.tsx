'use client';

import { classNames } from '@/client/ui/class-names';

export interface DigitBarsProps {
  /** Ten probabilities; null while there is no answer. */
  probabilities: readonly number[] | null;
  label: string;
  /** One row in words. */
  describe(digit: number, share: number): string;
  write(share: number): string;
}

/** The digit with the greatest probability, or null. */
export function topDigit(probabilities: readonly number[] | null): number | null {
  if (!probabilities || probabilities.length === 0) return null;
  let top = 0;
  probabilities.forEach((share, digit) => {
    if (share > probabilities[top]!) top = digit;
  });
  return top;
}

/** Ten bars, one a digit; the longest one stands out. They move as the answer changes. */
export function DigitBars({ probabilities, label, describe, write }: DigitBarsProps) {
  const top = topDigit(probabilities);
  return (
    <ol aria-label={label} className="tabular flex flex-col gap-1">
      {Array.from({ length: 10 }, (_, digit) => {
        const share = probabilities?.[digit] ?? 0;
        const first = digit === top;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit.
            key={digit}
            data-testid="digit-probability"
            data-probability={probabilities === null ? undefined : share.toFixed(4)}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)_3.75rem] items-center gap-2"
          >
            <span className="sr-only">{describe(digit, share)}</span>
            <span aria-hidden="true" className="text-center font-display text-lg leading-6 font-bold">
              {digit}
            </span>
            <span aria-hidden="true" className="h-4.5 overflow-hidden rounded-sm bg-surface-sunken">
              <span
                className={classNames(
                  'block h-full origin-left rounded-sm transition-transform duration-100',
                  first ? 'bg-positive' : 'bg-line-strong',
                )}
                style={{ transform: `scaleX(${share})` }}
              />
            </span>
            <span aria-hidden="true" className={classNames('text-right text-sm', first && 'font-bold')}>
              {probabilities === null ? '–' : write(share)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
