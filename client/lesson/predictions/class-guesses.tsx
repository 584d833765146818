'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { PredictionCounts } from './predictions';

interface Props {
  choices: readonly string[];
  counts: PredictionCounts;
  /** The viewer's own guess; null for a teacher or the projector. */
  own: number | null;
  className?: string;
}

/** The guesses of the whole class, and for how many each came true: two bars a choice. */
export function ClassGuesses({ choices, counts, own, className }: Props) {
  const t = useTranslations('lesson.prediction');
  const numbers = useNumbers();
  const total = counts.guesses.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...counts.guesses, ...counts.outcomes);
  return (
    <figure className={classNames('@container mt-3 border-t border-line pt-2', className)}>
      <figcaption className="flex flex-wrap gap-x-4 text-xs text-ink-soft">
        <span className="font-semibold">{t('class')}</span>
        <span className="tabular">{t('guesses', { count: total })}</span>
        <Key className="bg-series-1" label={t('guessed')} />
        <Key className="border-2 border-series-2" label={t('happened')} />
      </figcaption>
      <ul className="mt-1.5 grid gap-x-6 gap-y-2 @min-[40rem]:grid-cols-2">
        {choices.map((choice, index) => {
          const guessed = counts.guesses[index] ?? 0;
          const happened = counts.outcomes[index] ?? 0;
          return (
            <li key={choice} className="grid grid-cols-2 items-center gap-x-3 text-sm leading-snug">
              <span className="sr-only">
                {t('row', {
                  choice,
                  guessed: numbers.integer(guessed),
                  happened: numbers.integer(happened),
                })}
              </span>
              <span aria-hidden="true" className={index === own ? 'font-semibold' : undefined}>
                {choice}
              </span>
              <span aria-hidden="true" className="flex flex-col gap-0.5 border-l border-line-strong">
                <Bar share={guessed / most} count={numbers.integer(guessed)} className="bg-series-1" />
                <Bar
                  share={happened / most}
                  count={numbers.integer(happened)}
                  className="border-2 border-series-2"
                />
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <span className="flex items-center">
      <span aria-hidden="true" className={classNames('inline-block h-2.5 w-4 rounded-sm', className)} />
      <span>{label}</span>
    </span>
  );
}

/** A bar from the line at the left, and its number at its end. */
function Bar({ share, count, className }: { share: number; count: string; className: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span
        className={classNames(
          'block h-2.5 rounded-r-sm transition-[width] duration-200',
          // A frame of no width would still leave its sides.
          share === 0 && 'hidden',
          className,
        )}
        style={{ width: `calc(${share} * (100% - 2rem))` }}
      />
      <span className="tabular pl-1.5 text-xs leading-none">{count}</span>
    </span>
  );
}
