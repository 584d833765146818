'use client';

import { RefreshCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import type { StudentSession } from '@/client/live/class-session';
import type { RoundStanding } from '@/client/rounds/round-device';
import { RoundsResult } from '@/client/rounds/rounds-result';
import { useRoundsWords } from '@/client/rounds/rounds-words';
import { useRoundDevice } from '@/client/rounds/use-round-device';
import { LiveRegion } from '@/client/ui/live-region';
import { DATASETS } from '@/protocol/datasets';
import { labelsDealt, ROUND_PICTURES } from '@/protocol/rounds-settings';
import type { OwnRounds } from '@/protocol/rounds-views';

interface Props {
  session: Pick<StudentSession, 'command' | 'code' | 'authorization'>;
  rounds: OwnRounds;
  /** The class is paused. */
  paused: boolean;
}

/** The class learns together in rounds: a student guesses what comes of it, and this device takes part by itself, on pictures that it sends to nobody. */
export default function RoundsCard({ session, rounds, paused }: Props) {
  const t = useTranslations('rounds');
  const card = useRef<HTMLElement>(null);
  const words = useRoundsWords();
  const standing = useRoundDevice(session, rounds, paused);
  const { id, stage, done, alone, guess, saboteur, ownAlone } = rounds;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, and that it begins, asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage]);
  const right = words.right(rounds);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="rounds"
      data-stage={stage}
      data-round={rounds.round}
      data-doing={standing?.doing ?? 'waiting'}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <RefreshCw aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <div>
            <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
            <Dealt rounds={rounds} />
          </div>
          {saboteur && (
            <p className="rounded-md border-2 border-danger px-3 py-2 text-sm font-semibold">
              {broken(t(stage === 'over' ? 'saboteurWas' : 'saboteur'))}
            </p>
          )}
          {stage === 'asking' ? (
            <Guess session={session} rounds={rounds} />
          ) : (
            <>
              <LiveRegion visible className="text-sm">
                <p className="tabular font-semibold">{broken(words.stands(rounds))}</p>
                {guess !== null && right !== null && (
                  <p>
                    <span>{broken(t('yours', { choice: words.choices[guess] ?? '' }))}</span>{' '}
                    <strong>{t(guess === right ? 'yoursRight' : 'yoursWrong')}</strong>
                  </p>
                )}
              </LiveRegion>
              <Device standing={standing} rounds={rounds} paused={paused} />
              {(alone !== null || done.length > 0) && (
                <RoundsResult rounds={rounds} own={ownAlone} guess={guess} />
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** Which pictures this device holds. */
function Dealt({ rounds: { place, each, dataset } }: { rounds: OwnRounds }) {
  const t = useTranslations('rounds');
  const { labels } = useDatasetWords(dataset);
  if (place === null) return <p className="text-sm">{t('none')}</p>;
  const own = labelsDealt(place, each, DATASETS[dataset].labels.length).map((label) => labels[label]!);
  return (
    <p className="text-sm" data-testid="rounds-dealt">
      {broken(
        each === 0
          ? t('dealtAll', { pictures: ROUND_PICTURES, dataset })
          : t('dealt', { pictures: ROUND_PICTURES, one: own[0]!, other: own[1]! }),
      )}
    </p>
  );
}

function Guess({ session, rounds }: Pick<Props, 'session' | 'rounds'>) {
  const t = useTranslations('rounds');
  const { choices } = useRoundsWords();
  const { id, guess, each, dataset } = rounds;
  return (
    <div>
      <p className="font-semibold">{broken(each === 0 ? t('questionAll') : t('question', { dataset }))}</p>
      <ChoiceForm
        key={id}
        title={t('title')}
        choices={choices}
        initial={guess}
        commitLabel={t(guess === null ? 'guess' : 'change')}
        disabledReason={(chosen) =>
          chosen === null ? t('chooseFirst') : chosen === guess ? t('standsShort') : undefined
        }
        onCommit={(choice) => session.command({ type: 'rounds:guess', roundsId: id, choice })}
        failed={(reason) => t('guessFailed', { reason })}
      >
        <LiveRegion visible className="basis-full text-sm empty:hidden">
          {guess !== null && <p>{broken(t('guessed', { choice: choices[guess] ?? '' }))}</p>}
        </LiveRegion>
      </ChoiceForm>
    </div>
  );
}

/** What this device does, what its own network knows, and what it has sent. */
function Device({
  standing,
  rounds,
  paused,
}: {
  standing: RoundStanding | null;
  rounds: OwnRounds;
  paused: boolean;
}) {
  const t = useTranslations('rounds');
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const { stage, ownAlone } = rounds;
  const doing = standing?.doing ?? 'waiting';
  const kilobytes = (bytes: number) => numbers.integer(bytes / 1000);
  return (
    <div className="flex flex-col gap-1 text-sm">
      {stage === 'going' && (
        <p data-testid="rounds-doing">
          {broken(
            paused
              ? t('doing.waiting')
              : standing?.problem && doing === 'failed'
                ? t('doing.refused', { reason: refusalText(standing.problem) })
                : t(`doing.${doing}`),
          )}
        </p>
      )}
      {ownAlone && (
        <p className="tabular">{broken(t('ownAlone', { share: numbers.percent(ownAlone.right, 0) }))}</p>
      )}
      {standing && standing.rounds > 0 && (
        <p className="tabular" data-testid="rounds-sent">
          {broken(
            t('sent', {
              rounds: standing.rounds,
              up: kilobytes(standing.up),
              down: kilobytes(standing.down),
            }),
          )}
        </p>
      )}
    </div>
  );
}
