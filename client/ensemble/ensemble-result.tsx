'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import type { EnsembleResult } from '@/protocol/ensemble-views';
import { EnsembleFigures } from './ensemble-figures';
import { useEnsembleWords } from './use-ensemble-words';
import { VoteCurve } from './vote-curve';

interface Props {
  result: EnsembleResult;
  /** The viewer's own guess, where there is one. */
  own?: number | null;
}

const HEIGHT = 220;

/** What came of a vote of networks: figures, the curve, what there is to say of it, and what the class had guessed. */
export function EnsembleResultView({ result, own = null }: Props) {
  const t = useTranslations('ensemble');
  const numbers = useNumbers();
  const words = useEnsembleWords();
  const right = words.right(result);
  const { guesses, networks, pictures } = result;
  return (
    <div className="@container flex flex-col gap-3 text-sm" data-testid="ensemble-result">
      <p className="font-semibold">{broken(words.came(result))}</p>
      <EnsembleFigures result={result} />
      <p className="tabular text-xs text-ink-soft">
        {t('of', { networks: numbers.integer(networks), pictures: numbers.integer(pictures) })}
      </p>
      <div className="grid gap-x-6 gap-y-3 @min-[44rem]:grid-cols-2">
        <VoteCurve result={result} height={HEIGHT} />
        <ul className="flex list-disc flex-col gap-1 self-center pl-5">
          {words.notes(result).map((note) => (
            <li key={note}>{broken(note)}</li>
          ))}
        </ul>
      </div>
      <ChoiceBars
        choices={words.choices}
        title={t('guesses')}
        total={t('guessCount', { count: guesses.reduce((sum, count) => sum + count, 0) })}
        series={[{ label: t('guessedHere'), counts: guesses, look: 'full' }]}
        own={own}
        right={right}
        said={(index) =>
          t('row', {
            choice: words.choices[index] ?? '',
            count: guesses[index] ?? 0,
            right: String(index === right),
          })
        }
      />
    </div>
  );
}
