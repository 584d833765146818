'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { plainWords } from '@/client/lesson/words/markup';
import type { StepPredictionCounts } from '@/protocol/prediction';
import { WallBars, WallKeys, type WallSeries } from './wall-bars';

interface Props {
  question: string;
  choices: readonly string[];
  counts: StepPredictionCounts | null;
  /** Nothing else is on the wall. */
  large?: boolean;
}

/** The class's guesses on the wall: a bar a choice, and under it on how many benches it came true. Nobody can be told from it. */
export function ScreenGuesses({ question, choices, counts, large = false }: Props) {
  const t = useTranslations('challenge');
  const numbers = useNumbers();
  const guesses = counts?.guesses ?? [];
  const outcomes = counts?.outcomes ?? [];
  const series: WallSeries[] = [
    { id: 'guessed', label: t('guessed'), counts: guesses, look: 'full' },
    { id: 'happened', label: t('happened'), counts: outcomes, look: 'frame' },
  ];
  return (
    <figure data-testid="screen-guesses" className="flex min-h-0 flex-1 flex-col gap-[1.4vh]">
      <figcaption className="text-screen-sm font-semibold">
        <span>{broken(plainWords(question))}</span>
        <WallKeys series={series} />
      </figcaption>
      <WallBars
        choices={choices.map(plainWords)}
        series={series}
        large={large}
        write={numbers.integer}
        said={(index) =>
          t('guessRow', {
            choice: plainWords(choices[index] ?? ''),
            guessed: numbers.integer(guesses[index] ?? 0),
            happened: numbers.integer(outcomes[index] ?? 0),
          })
        }
      />
    </figure>
  );
}
