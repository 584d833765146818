'use client';

import { Waypoints } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import type { StudentSession } from '@/client/live/class-session';
import { RelayResult } from '@/client/relay/relay-result';
import { useRelayWords } from '@/client/relay/relay-words';
import { useUnit } from '@/client/relay/use-unit';
import { LiveRegion } from '@/client/ui/live-region';
import { RELAY_GUESS_IDS, RELAY_TRUTH, type RelayGuess } from '@/protocol/relay-settings';
import type { OwnRelay } from '@/protocol/relay-views';
import { RelayUnit } from './relay-unit';

interface Props {
  session: Pick<StudentSession, 'command' | 'onUnit' | 'sendUnit'>;
  relay: OwnRelay;
  /** The class is paused. */
  paused: boolean;
}

/** The class is the network: a student guesses what comes of it, and is one unit of it, on this device. */
export default function RelayCard({ session, relay, paused }: Props) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  const card = useRef<HTMLElement>(null);
  const standing = useUnit(session);
  const { id, stage, seat, team, teamAt, hidden, guess } = relay;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, and that seats are dealt, asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage]);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="relay"
      data-stage={stage}
      data-seat={seat ?? 'none'}
      data-steps={team?.steps ?? 0}
      data-sent={standing?.sent ?? 0}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <Waypoints aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {stage === 'asking' ? (
            RELAY_GUESS_IDS.map((about) => (
              <Guess key={about} session={session} relay={relay} about={about} />
            ))
          ) : (
            <>
              <LiveRegion visible className="text-sm">
                <p className="font-semibold" data-testid="relay-place">
                  {broken(
                    team === null
                      ? t('place.none')
                      : seat === null
                        ? t('place.standIn', { number: teamAt + 1 })
                        : t('place.seat', { unit: words.unit(seat, hidden), number: teamAt + 1 }),
                  )}
                </p>
                <p className="tabular">{broken(paused ? t('stands.paused') : words.stands(relay))}</p>
              </LiveRegion>
              {seat !== null && stage === 'going' && (
                <RelayUnit
                  key={`${id} ${teamAt} ${seat}`}
                  session={session}
                  relay={{ ...relay, seat }}
                  standing={standing}
                />
              )}
              {RELAY_GUESS_IDS.map((about) => (
                <Came key={about} relay={relay} about={about} />
              ))}
              {team && (
                <RelayResult relay={relay} teams={[team]} firstNumber={teamAt} own={seat} guess={guess} />
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** Whether the own guess came true, once it is over. */
function Came({ relay: { stage, guess }, about }: { relay: OwnRelay; about: RelayGuess }) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  const own = guess[about];
  if (stage !== 'over' || own === null) return null;
  return (
    <p className="text-sm">
      <span>{broken(t('yours', { choice: words.choices(about)[own] ?? '' }))}</span>{' '}
      <strong>{t(own === RELAY_TRUTH[about] ? 'yoursRight' : 'yoursWrong')}</strong>
    </p>
  );
}

function Guess({ session, relay, about }: Pick<Props, 'session' | 'relay'> & { about: RelayGuess }) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  const { id, guess } = relay;
  const own = guess[about];
  const choices = words.choices(about);
  return (
    <div data-testid={`relay-guess-${about}`}>
      <p className="font-semibold">{broken(words.question(about))}</p>
      <ChoiceForm
        key={id}
        title={words.question(about)}
        choices={choices}
        initial={own}
        commitLabel={t(own === null ? 'guess' : 'change')}
        disabledReason={(chosen) =>
          chosen === null ? t('chooseFirst') : chosen === own ? t('standsShort') : undefined
        }
        onCommit={(choice) => session.command({ type: 'relay:guess', relayId: id, about, choice })}
        failed={(reason) => t('guessFailed', { reason })}
      >
        <LiveRegion visible className="basis-full text-sm empty:hidden">
          {own !== null && <p>{broken(t('guessed', { choice: choices[own] ?? '' }))}</p>}
        </LiveRegion>
      </ChoiceForm>
    </div>
  );
}
