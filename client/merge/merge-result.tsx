'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import type { MergeNow, MergeResult } from '@/protocol/merge-views';
import { MergeBars } from './merge-bars';
import { useMergeWords } from './merge-words';

interface Props {
  merge: Pick<MergeNow, 'start' | 'dataset'>;
  result: MergeResult;
  /** The viewer's own guess, where there is one. */
  own?: number | null;
}

/** What came of an average so far: bars, what there is to say of it, and what the class had guessed. */
export function MergeResultView({ merge, result, own = null }: Props) {
  const t = useTranslations('merge');
  const words = useMergeWords();
  const averaged = { ...merge, result };
  const right = words.right(averaged);
  const { guesses } = result;
  return (
    <div className="@container flex flex-col gap-3 text-sm" data-testid="merge-result">
      <div className="grid gap-x-6 gap-y-3 @min-[40rem]:grid-cols-2">
        <MergeBars merge={merge} result={result} />
        <ul className="flex list-disc flex-col gap-1 self-center pl-5" data-testid="merge-findings">
          {words.findings(averaged).map((finding) => (
            <li key={finding}>{broken(finding)}</li>
          ))}
        </ul>
      </div>
      <ul className="tabular text-xs text-ink-soft">
        {words.notes(averaged).map((note) => (
          <li key={note}>{broken(note)}</li>
        ))}
      </ul>
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
