'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { RelayTeamFigure } from '@/client/relay/relay-team';
import { useRelayWords } from '@/client/relay/relay-words';
import { useCaseTurn } from '@/client/relay/use-case-turn';
import { RELAY_GUESS_IDS } from '@/protocol/relay-settings';
import type { RelayOnWall } from '@/protocol/relay-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The class is the network: the questions while it guesses, then each network with who its units are, and its four cases. */
export default function RelayView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('relay');
  const { relay } = view;
  if (!relay) return null;
  return (
    <ViewFrame view={view} origins={origins} title={t('title')}>
      {relay.stage === 'asking' ? (
        <Asked relay={relay} here={view.class.hereCount} />
      ) : (
        <Going relay={relay} />
      )}
    </ViewFrame>
  );
}

/** What could come of it, and how many have guessed: nothing of what. */
function Asked({ relay: { guessed }, here }: { relay: RelayOnWall; here: number }) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-[1.8vh]" data-testid="screen-relay" data-stage="asking">
      <div className="grid gap-[2.5vw] lg:grid-cols-2">
        {RELAY_GUESS_IDS.map((about) => (
          <div key={about} className="flex flex-col gap-[1.2vh]">
            <p className="text-screen-sm font-semibold">{broken(words.question(about))}</p>
            <ol className="flex flex-col gap-[0.8vh]">
              {words.choices(about).map((choice, index) => (
                <li key={choice} className="flex items-baseline gap-[1vw] text-screen-sm leading-tight">
                  <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
                  <span>{broken(choice)}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
      <p className="tabular text-screen-sm font-semibold">
        {t('guessedCount', { guessed, of: Math.max(guessed, here) })}
      </p>
    </div>
  );
}

/** Findings for which the wall has room. */
const ON_WALL = 2;
/** Columns, by how many networks there are. */
const columnsOf = (networks: number) =>
  networks === 1
    ? 'grid-cols-1'
    : networks <= 4
      ? 'grid-cols-2'
      : networks <= 9
        ? 'grid-cols-3'
        : 'grid-cols-4';

function Going({ relay }: { relay: RelayOnWall }) {
  const words = useRelayWords();
  const { stage, way, hidden, teams } = relay;
  const [at] = useCaseTurn(true);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[1.4vh]"
      data-testid="screen-relay"
      data-stage={stage}
      data-solved={relay.solved}
    >
      <p className="tabular text-screen-sm font-semibold">{broken(words.stands(relay))}</p>
      <div className={`grid min-h-0 flex-1 auto-rows-fr gap-[0.8vw] ${columnsOf(teams.length)}`}>
        {teams.map((team, number) => (
          <RelayTeamFigure
            // biome-ignore lint/suspicious/noArrayIndexKey: a network is its number.
            key={number}
            {...{ way, hidden, team, number, at }}
            weighted={teams.length <= 4}
            ofWall={teams.length}
          />
        ))}
      </div>
      <ul className="flex flex-col gap-[0.4vh] text-screen-sm">
        {words
          .findings(relay)
          .slice(-ON_WALL)
          .map((finding) => (
            <li key={finding}>{broken(finding)}</li>
          ))}
      </ul>
    </div>
  );
}
