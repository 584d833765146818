'use client';

import { useTranslations } from 'use-intl';
import type { AloneChallengePlace } from '@/client/benches/digits/digits-place';
import { SubmissionWait } from '@/client/benches/run/submission-wait';
import { Leaderboard } from '@/client/challenge/leaderboard';
import { usePlaceWords } from '@/client/challenge/place-number';
import { RaceInWords } from '@/client/challenge/race/race-in-words';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { Notice } from '@/client/ui/notice';
import { Stat } from '@/client/ui/stat';
import { isSameRace, USUAL_RACE } from '@/protocol/race';
import type { StudentView } from '@/protocol/views';
import { AloneChallenge } from './alone-challenge';
import { CoolDown } from './cool-down';
import { RaceScored } from './race-scored';
import { SubmissionHistory } from './submission-history';

interface Props {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
  /** Null: alone, with no class to compete in. */
  view: StudentView | null;
  /** The server's clock now, milliseconds since 1970; left out alone. */
  serverNow?: (() => number) | undefined;
  /** The same with no class. */
  alone: AloneChallengePlace;
  /** Brings the training bench to the front. */
  onTrain(): void;
}

/** What counts, the own result, the board, and what was handed in so far. */
export function ChallengePanel({ training, snapshot, view, serverNow, alone, onTrain }: Props) {
  const t = useTranslations('bench');
  const common = useTranslations('common');
  const numbers = useNumbers();
  const placeWords = usePlaceWords();
  const refusalText = useRefusalText();
  const figure = useBoardFigures(view?.class.race.metric ?? 'accuracy')?.[0];
  if (view === null) {
    const attempts = snapshot.alone;
    return attempts && <AloneChallenge {...{ training, snapshot, attempts, onTrain }} place={alone} />;
  }
  const { board, ownRow, me } = view;
  const { race } = view.class;
  const scored = snapshot.current?.scored ?? null;
  const ended = view.class.phase === 'ended';
  const left = Math.max(0, view.class.handInsAllowed - me.submissions);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
      <div className="flex flex-col gap-4">
        <Card as="section" title={t('challenge.yours')} graphPaper>
          {ownRow === null ? (
            <p className="text-ink-soft">
              {me.submissions === 0 || race.metric === 'accuracy' ? t('challenge.none') : t('race.none')}
            </p>
          ) : (
            <dl className="flex flex-wrap gap-x-8 gap-y-2">
              <Stat
                size="lg"
                label={figure?.header ?? t('challenge.best')}
                value={figure?.text(ownRow) ?? numbers.percent(ownRow.accuracy, 2)}
                tone="positive"
              />
              {board !== null && (
                <Stat size="lg" label={t('challenge.board')} value={placeWords(ownRow, board.total)} />
              )}
            </dl>
          )}
          <LiveRegion visible className="mt-3 flex flex-col gap-2 empty:hidden">
            {snapshot.submitting && (
              <p data-testid="submission-place" className="tabular text-sm">
                <SubmissionWait before={snapshot.submissionsBefore} />
              </p>
            )}
            {!snapshot.submitting && snapshot.submissionRefusal && (
              <Notice
                tone="error"
                announce={false}
                title={t('challenge.refused')}
                action={
                  <Button size="sm" onClick={() => void training.submit()}>
                    {t('challenge.again')}
                  </Button>
                }
              >
                {refusalText(snapshot.submissionRefusal)}
              </Notice>
            )}
            {!snapshot.submitting && !snapshot.submissionRefusal && scored?.race && (
              <RaceScored scored={scored} inRace={scored.race} race={race} />
            )}
            {!snapshot.submitting && !snapshot.submissionRefusal && scored && !scored.race && (
              <Notice
                tone={scored.best ? 'success' : 'info'}
                title={
                  scored.best
                    ? `${common('behindName', { name: t('challenge.last') })} ${numbers.percent(scored.accuracy, 2)}`
                    : t('challenge.noChange')
                }
              >
                {scored.best
                  ? `${t('challenge.lastScored', {
                      right: numbers.integer(Math.round(scored.accuracy * scored.pictures)),
                      pictures: numbers.integer(scored.pictures),
                      ms: numbers.duration(scored.milliseconds),
                    })} ${t('challenge.newBest')}`
                  : t('challenge.notBest', { best: numbers.percent(scored.accuracy, 2) })}
              </Notice>
            )}
          </LiveRegion>
          {!ended && (
            <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
              <span className="tabular text-sm text-ink-soft">
                <span data-testid="hand-ins-left" data-left={left}>
                  {t('challenge.left', { left })}
                </span>
                <CoolDown at={left === 0 ? null : me.nextHandInAt} serverNow={serverNow} />
              </span>
              <Button size="sm" onClick={onTrain}>
                {t('challenge.toTraining')}
              </Button>
            </div>
          )}
        </Card>
        <Card as="section" title={t('challenge.title')}>
          {!isSameRace(race, USUAL_RACE) && (
            <p className="mb-2">
              <RaceInWords race={race} />
            </p>
          )}
          <p>{race.metric === 'accuracy' ? t('challenge.text') : t('race.text')}</p>
          <p className="mt-2 text-sm text-ink-soft">
            {t(race.metric === 'accuracy' ? 'challenge.rules' : 'race.rules', {
              most: view.class.handInsAllowed,
            })}
          </p>
        </Card>
        <SubmissionHistory runs={snapshot.runs} />
      </div>
      <Card as="section" title={t('challenge.board')} flush>
        {board === null ? (
          <p className="px-4 pb-5 text-ink-soft sm:px-5">{t('challenge.boardOff')}</p>
        ) : (
          <Leaderboard board={board} ownRow={ownRow} ownTeam={view.ownTeam} ownName={me.nickname} />
        )}
      </Card>
    </div>
  );
}
