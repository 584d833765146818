'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShiftWords } from '@/client/lesson/votes/use-shift-words';
import type { VoteResult } from '@/protocol/vote';
import { WallBars, WallKeys, type WallSeries } from './wall-bars';

/** Both rounds of a vote beside each other on the wall, the right choice, and how many changed their mind. */
export function ScreenVoteResult({ choices, result }: { choices: readonly string[]; result: VoteResult }) {
  const t = useTranslations('lesson.vote');
  const numbers = useNumbers();
  const shifts = useShiftWords();
  const { first, second } = result.counts;
  const series: WallSeries[] = [
    { id: 'first', label: t('round.first'), counts: first, look: 'full' },
    ...(second ? [{ id: 'second', label: t('round.second'), counts: second, look: 'frame' as const }] : []),
  ];
  return (
    <figure className="flex min-h-0 flex-1 flex-col gap-[1.4vh]">
      <figcaption className="text-screen-sm">
        <WallKeys series={series} />
      </figcaption>
      <WallBars
        choices={choices}
        series={series}
        large
        right={result.right}
        write={numbers.integer}
        said={(index) =>
          t(second ? 'rowBoth' : 'row', {
            choice: choices[index] ?? '',
            first: numbers.integer(first[index] ?? 0),
            second: numbers.integer(second?.[index] ?? 0),
            right: String(index === result.right),
          })
        }
      />
      <ul className="mt-auto flex flex-wrap gap-x-[3vw] text-screen-sm">
        {shifts(result).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </figure>
  );
}
