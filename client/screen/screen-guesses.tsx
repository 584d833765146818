'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { plainWords } from '@/client/lesson/words/markup';
import { classNames } from '@/client/ui/class-names';
import type { StepPredictionCounts } from '@/protocol/prediction';

interface Props {
  question: string;
  choices: readonly string[];
  counts: StepPredictionCounts | null;
}

/** The class's guesses on the wall: a bar a choice, and under it on how many benches it came true. Nobody can be told from it. */
export function ScreenGuesses({ question, choices, counts }: Props) {
  const t = useTranslations('challenge');
  const numbers = useNumbers();
  const guesses = counts?.guesses ?? [];
  const outcomes = counts?.outcomes ?? [];
  // The scale grows in steps of four, so that no bar jumps at every guess.
  const scale = Math.max(4, Math.ceil(Math.max(0, ...guesses, ...outcomes) / 4) * 4);
  return (
    <figure data-testid="screen-guesses" className="flex min-h-0 flex-1 flex-col gap-[1.4vh]">
      <figcaption className="text-screen-sm font-semibold">
        <span>{plainWords(question)}</span>
        <span aria-hidden="true" className="mt-[0.6vh] flex gap-[2vw] font-normal text-ink-soft">
          <Key className="bg-series-1" label={t('guessed')} />
          <Key className="border-3 border-series-2" label={t('happened')} />
        </span>
      </figcaption>
      <ul className="flex flex-col gap-[1.4vh]">
        {choices.map((choice, index) => {
          const guessed = guesses[index] ?? 0;
          const happened = outcomes[index] ?? 0;
          return (
            <li
              key={choice}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)] items-center gap-x-[2vw] text-screen-sm leading-tight"
            >
              <span className="sr-only">
                {t('guessRow', {
                  choice: plainWords(choice),
                  guessed: numbers.integer(guessed),
                  happened: numbers.integer(happened),
                })}
              </span>
              <span aria-hidden="true" className="font-semibold">
                {plainWords(choice)}
              </span>
              <span aria-hidden="true" className="flex flex-col gap-[0.3vh] border-l-2 border-line-strong">
                <Bar share={guessed / scale} count={numbers.integer(guessed)} className="bg-series-1" />
                <Bar
                  share={happened / scale}
                  count={numbers.integer(happened)}
                  className="border-3 border-series-2"
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
    <span className="flex items-center gap-[0.6vw]">
      <span className={classNames('inline-block h-[0.7em] w-[1.4em] rounded-sm', className)} />
      <span>{label}</span>
    </span>
  );
}

/** A bar from the line at the left, and its number at its end. */
function Bar({ share, count, className }: { share: number; count: string; className: string }) {
  return (
    <span className="flex items-center">
      <span
        className={classNames(
          'block h-[2.2vh] rounded-r-sm transition-[width] duration-200 ease-settle',
          // A frame of no width would still leave its sides.
          share === 0 && 'hidden',
          className,
        )}
        style={{ width: `calc(${share} * (100% - 4ch))` }}
      />
      <span className="tabular pl-[0.8vw] text-[0.85em] leading-none font-semibold">{count}</span>
    </span>
  );
}
