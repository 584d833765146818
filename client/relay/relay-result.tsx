'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import { RELAY_GUESS_IDS, RELAY_TRUTH, type RelayGuess } from '@/protocol/relay-settings';
import type { RelayNow, RelayTeamNow } from '@/protocol/relay-views';
import { RelayLosses } from './relay-losses';
import { RelayTeamFigure } from './relay-team';
import { useRelayWords } from './relay-words';
import { useCaseTurn } from './use-case-turn';

interface Props {
  relay: RelayNow;
  teams: readonly RelayTeamNow[];
  /** The number of the first of them, from 0. */
  firstNumber?: number;
  /** The viewer's own seat in the first of them, and what the viewer has guessed. */
  own?: number | null;
  guess?: Readonly<Record<RelayGuess, number | null>>;
}

/** Networks that are in sight at once; the others on request: a dozen of them are several screens. */
const IN_SIGHT = 2;

/** What has come of it so far: the networks, their losses, what there is to say, and in the end what had been guessed. */
export function RelayResult({ relay, teams, firstNumber = 0, own = null, guess }: Props) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  const { way, hidden, guesses, stage } = relay;
  const [at, choose] = useCaseTurn(stage === 'going');
  const figures = (some: readonly RelayTeamNow[], from: number) => (
    <div className="grid gap-3 @min-[44rem]:grid-cols-2">
      {some.map((team, index) => (
        <RelayTeamFigure
          // biome-ignore lint/suspicious/noArrayIndexKey: a network is its number.
          key={index}
          {...{ way, hidden, team, at, own }}
          number={firstNumber + from + index}
          onChoose={choose}
          weighted
        />
      ))}
    </div>
  );
  return (
    <div className="@container flex flex-col gap-3 text-sm" data-testid="relay-result">
      {figures(teams.slice(0, IN_SIGHT), 0)}
      {teams.length > IN_SIGHT && (
        <details data-testid="relay-others">
          <summary className="cursor-pointer font-semibold">
            {t('others', { count: teams.length - IN_SIGHT })}
          </summary>
          <div className="mt-2">{figures(teams.slice(IN_SIGHT), IN_SIGHT)}</div>
        </details>
      )}
      {way === 'gradient' && teams.some(({ losses }) => losses.length > 1) && (
        <RelayLosses teams={teams} height={180} />
      )}
      <ul className="flex list-disc flex-col gap-1 pl-5" data-testid="relay-findings">
        {words.findings(relay).map((finding) => (
          <li key={finding}>{broken(finding)}</li>
        ))}
      </ul>
      {guesses &&
        RELAY_GUESS_IDS.map((about) => {
          const choices = words.choices(about);
          const counts = guesses[about];
          return (
            <ChoiceBars
              key={about}
              choices={choices}
              title={words.question(about)}
              total={t('guessCount', { count: counts.reduce((sum, count) => sum + count, 0) })}
              series={[{ label: t('guessedHere'), counts, look: 'full' }]}
              own={guess?.[about] ?? null}
              right={RELAY_TRUTH[about]}
              said={(index) =>
                t('row', {
                  choice: choices[index] ?? '',
                  count: counts[index] ?? 0,
                  right: String(index === RELAY_TRUTH[about]),
                })
              }
            />
          );
        })}
    </div>
  );
}
