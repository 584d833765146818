'use client';

import { classNames } from '@/client/ui/class-names';

export interface AnswerBarsProps {
  /** Names of the labels. */
  labels: readonly string[];
  /** The names are words, and need room. */
  wide: boolean;
  /** A probability for each; null while there is no answer. */
  probabilities: readonly number[] | null;
  label: string;
  /** One row in words. */
  describe(label: string, share: number): string;
  write(share: number): string;
}

/** The label with the greatest probability, or null. */
export function topAnswer(probabilities: readonly number[] | null): number | null {
  if (!probabilities || probabilities.length === 0) return null;
  let top = 0;
  probabilities.forEach((share, label) => {
    if (share > probabilities[top]!) top = label;
  });
  return top;
}

/** Bars, one a label; the longest one stands out. They move as the answer changes. */
export function AnswerBars({ labels, wide, probabilities, label, describe, write }: AnswerBarsProps) {
  const top = topAnswer(probabilities);
  return (
    <ol aria-label={label} className="tabular flex flex-col gap-1">
      {labels.map((name, index) => {
        const share = probabilities?.[index] ?? 0;
        const first = index === top;
        return (
          <li
            key={name}
            data-testid="answer-probability"
            data-probability={probabilities === null ? undefined : share.toFixed(4)}
            className={classNames(
              'grid items-center gap-2',
              wide
                ? 'grid-cols-[4.75rem_minmax(0,1fr)_3.75rem]'
                : 'grid-cols-[1.25rem_minmax(0,1fr)_3.75rem]',
            )}
          >
            <span className="sr-only">{probabilities === null ? name : describe(name, share)}</span>
            <span
              aria-hidden="true"
              className={classNames(
                'font-display leading-6 font-bold',
                wide ? 'truncate text-sm' : 'text-center text-lg',
              )}
            >
              {name}
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
