'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import { type VoteResult, voted } from '@/protocol/vote';

interface Props {
  /** In plain words. */
  choices: readonly string[];
  result: VoteResult;
  /** The viewer's own vote, where there is one. */
  own?: number | null;
}

/** Both rounds of a vote beside each other. Nobody can be told from it. */
export function VoteBars({ choices, result, own = null }: Props) {
  const t = useTranslations('lesson.vote');
  const numbers = useNumbers();
  const { counts, right } = result;
  const { first, second } = counts;
  return (
    <ChoiceBars
      lettered
      choices={choices}
      title={t('class')}
      total={t('votes', { count: voted(second ?? first) })}
      series={[
        { label: t('round.first'), counts: first, look: 'full' },
        ...(second ? [{ label: t('round.second'), counts: second, look: 'frame' as const }] : []),
      ]}
      own={own}
      right={right}
      said={(index) =>
        t(second ? 'rowBoth' : 'row', {
          choice: choices[index] ?? '',
          first: numbers.integer(first[index] ?? 0),
          second: numbers.integer(second?.[index] ?? 0),
          right: String(index === right),
        })
      }
    />
  );
}
