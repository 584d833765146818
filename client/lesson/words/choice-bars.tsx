'use client';

import { Check } from 'lucide-react';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { choiceLetter } from './choice-letter';

/** One count of each choice, with its name and how its bars look. */
interface ChoiceSeries {
  label: string;
  counts: readonly number[];
  look: 'full' | 'frame';
}

interface Props {
  /** In plain words. */
  choices: readonly string[];
  series: readonly ChoiceSeries[];
  title: string;
  /** How many there are of all. */
  total: string;
  /** The viewer's own choice. */
  own?: number | null;
  /** The right one, where it is known and may be shown. */
  right?: number | null;
  /** Letters before the choices, by which other places name them. */
  lettered?: boolean;
  /** What a row says, read out. */
  said(index: number): string;
  className?: string;
}

const LOOKS = { full: 'bg-series-1', frame: 'border-2 border-series-2' } as const;

/** How often each choice was taken: a bar a series, on one scale. Nobody can be told from it. */
export function ChoiceBars({ choices, series, title, total, own, right, lettered, said, className }: Props) {
  const numbers = useNumbers();
  const most = Math.max(1, ...series.flatMap(({ counts }) => counts));
  return (
    <figure className={classNames('@container mt-3 border-t border-line pt-2', className)}>
      <figcaption className="flex flex-wrap gap-x-4 text-xs text-ink-soft">
        <span className="font-semibold">{title}</span>
        <span className="tabular">{total}</span>
        {series.map(({ label, look }) => (
          <span key={label} className="flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className={classNames('inline-block h-2.5 w-4 rounded-sm', LOOKS[look])}
            />
            <span>{label}</span>
          </span>
        ))}
      </figcaption>
      <ul className="mt-1.5 grid gap-x-6 gap-y-2 @min-[40rem]:grid-cols-2">
        {choices.map((choice, index) => (
          <li key={choice} className="grid grid-cols-2 items-center gap-x-3 text-sm leading-snug">
            <span className="sr-only">{said(index)}</span>
            <span
              aria-hidden="true"
              className={classNames('flex gap-1.5', (index === own || index === right) && 'font-semibold')}
            >
              {lettered && <span className="text-ink-soft">{choiceLetter(index)}</span>}
              <span className="min-w-0">{broken(choice)}</span>
              {index === right && <Check className="mt-0.5 size-4 shrink-0 text-ok" />}
            </span>
            <span aria-hidden="true" className="flex flex-col gap-0.5 border-l border-line-strong">
              {series.map(({ label, counts, look }) => (
                <Bar
                  key={label}
                  share={(counts[index] ?? 0) / most}
                  count={numbers.integer(counts[index] ?? 0)}
                  look={look}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** A bar from the line at the left, and its number at its end. */
function Bar({ share, count, look }: { share: number; count: string; look: ChoiceSeries['look'] }) {
  return (
    <span className="flex items-center">
      <span
        className={classNames(
          'block h-2.5 rounded-r-sm transition-[width] duration-200',
          // A frame of no width would still leave its sides.
          share === 0 && 'hidden',
          LOOKS[look],
        )}
        style={{ width: `calc(${share} * (100% - 2rem))` }}
      />
      <span className="tabular pl-1.5 text-xs leading-none">{count}</span>
    </span>
  );
}
