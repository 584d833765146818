'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import type { AloneNetwork } from '@/protocol/rounds';
import type { RoundsNow, RoundsOnWall } from '@/protocol/rounds-views';
import { KnowledgeGrid } from './knowledge-grid';
import { RoundsChart } from './rounds-chart';
import { useRoundsWords } from './rounds-words';
import { WireLine } from './wire-line';

interface Props {
  rounds: RoundsNow & Partial<Pick<RoundsOnWall, 'networks'>>;
  /** What the viewer's own network knows alone, and what the viewer has guessed. */
  own?: AloneNetwork | null;
  guess?: number | null;
}

/** What has come of the rounds so far: the curve, what networks alone know, what crossed the wire, and in the end what had been guessed. */
export function RoundsResult({ rounds, own = null, guess = null }: Props) {
  const t = useTranslations('rounds');
  const words = useRoundsWords();
  const { guesses, networks, dataset, byLabel } = rounds;
  const right = words.right(rounds);
  return (
    <div className="@container flex flex-col gap-3 text-sm" data-testid="rounds-result">
      <div className="grid gap-x-6 gap-y-3 @min-[40rem]:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <RoundsChart rounds={rounds} own={own?.right ?? null} height={230} />
        <KnowledgeGrid
          dataset={dataset}
          networks={networks ?? (own ? [own] : [])}
          own={own !== null}
          byLabel={byLabel}
        />
      </div>
      <ul className="flex list-disc flex-col gap-1 pl-5" data-testid="rounds-findings">
        {words.findings(rounds).map((finding) => (
          <li key={finding}>{broken(finding)}</li>
        ))}
      </ul>
      <WireLine rounds={rounds} />
      {guesses && (
        <ChoiceBars
          choices={words.choices}
          title={t('guesses')}
          total={t('guessCount', { count: guesses.reduce((sum, count) => sum + count, 0) })}
          series={[{ label: t('guessedHere'), counts: guesses, look: 'full' }]}
          own={guess}
          right={right}
          said={(index) =>
            t('row', {
              choice: words.choices[index] ?? '',
              count: guesses[index] ?? 0,
              right: String(index === right),
            })
          }
        />
      )}
    </div>
  );
}
