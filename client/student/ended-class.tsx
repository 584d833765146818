'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { LazyDevicesCard } from '@/client/benches/compute/lazy-devices';
import { OwnRuns } from '@/client/benches/digits/training/own-runs';
import { Leaderboard } from '@/client/challenge/leaderboard';
import { usePlaceWords } from '@/client/challenge/place-number';
import { RaceBars } from '@/client/challenge/race-bars';
import { frontBoard } from '@/client/challenge/teams/front-board';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { StudentSession } from '@/client/live/class-session';
import { Card } from '@/client/ui/card';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { patiently } from '@/client/ui/patiently';
import { Stat } from '@/client/ui/stat';
import { StudentMark } from '@/client/ui/student-mark';
import type { PictureRun } from '@/protocol/run';
import type { StudentView } from '@/protocol/views';
import { OwnPageButton } from './own-page-button';

/** Bars of the race run again, the own one and that of all others besides. */
const BARS = 8;

/** Only where a race is revealed step by step. */
const OwnRevealCard = dynamic(
  patiently(() => import('./own-reveal-card')),
  { ssr: false },
);

interface Props {
  session: Pick<StudentSession, 'command'>;
  view: StudentView;
  /** The own runs; null where the lesson trains no digits. */
  runs: readonly PictureRun[] | null;
}

/** After the class: the own result with the half that had been hidden, the board, the own runs. */
export function EndedClass({ session, view, runs }: Props) {
  const t = useTranslations('classroom');
  const challenge = useTranslations('challenge');
  const numbers = useNumbers();
  const placeWords = usePlaceWords();
  const { board, ownRow, me, standing } = view;
  const figures = useBoardFigures(standing === null ? view.class.race.metric : (board?.kind ?? 'parts'));
  return (
    <div className="flex flex-col gap-7 lg:pt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <div className="flex items-center gap-4">
          <StudentMark mark={me.mark} className="size-14" />
          <div>
            <h1 className="text-2xl">{t('ended.title')}</h1>
            <p className="text-ink-soft">
              {runs === null
                ? challenge('ended', { nickname: me.nickname })
                : t('ended.text', { nickname: me.nickname })}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-start gap-2.5">
          <OwnPageButton code={view.class.code} />
          <LinkButton href="/">{t('ended.another')}</LinkButton>
        </div>
      </div>
      {view.class.groupId !== null && <Notice>{t('ended.stay')}</Notice>}
      {view.reveal && <OwnRevealCard session={session} view={view} />}
      {view.devices ? (
        <LazyDevicesCard devices={view.devices} own={view.ownDevice} />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
          <Card as="section" title={t('ended.result')} graphPaper>
            {ownRow === null ? (
              <p className="text-ink-soft">
                {runs === null ? challenge('endedNothing') : t('ended.noSubmission')}
              </p>
            ) : (
              <dl className="flex flex-col gap-4">
                {figures?.map(({ id, header, text }, index) => (
                  <Stat
                    key={id}
                    size={index === 0 ? 'lg' : undefined}
                    tone={index === 0 ? 'positive' : undefined}
                    label={header}
                    value={text(ownRow)}
                  />
                )) ?? (
                  <>
                    <Stat
                      size="lg"
                      tone="positive"
                      label={t('ended.final')}
                      value={numbers.percent(ownRow.finalAccuracy, 2)}
                    />
                    <Stat label={t('ended.public')} value={numbers.percent(ownRow.accuracy, 2)} />
                  </>
                )}
                {board !== null && <Stat label={t('board.title')} value={placeWords(ownRow, board.total)} />}
                {board !== null && ownRow.could && (
                  <Stat
                    label={challenge('places.could')}
                    value={
                      ownRow.could.first === ownRow.could.last
                        ? challenge('places.own', { rank: ownRow.could.first, total: board.total })
                        : challenge('places.ownCould', { ...ownRow.could, total: board.total })
                    }
                  />
                )}
              </dl>
            )}
          </Card>
          {/* While it is revealed step by step, the board stands there. */}
          {board !== null && (view.reveal === null || board.revealed) && (
            <div className="flex min-w-0 flex-col gap-6">
              {board.again && board.again.shownAt !== null && (
                <Card as="section" title={challenge('again.title')}>
                  <p className="mb-3 text-sm text-ink-soft">{challenge('again.how')}</p>
                  {board.teams?.again ? (
                    <RaceBars board={frontBoard(board)} most={BARS} ownRow={view.ownTeam?.row ?? null} />
                  ) : (
                    <RaceBars board={board} most={BARS} ownRow={ownRow} ownName={me.nickname} />
                  )}
                </Card>
              )}
              <Card as="section" title={t('board.title')} flush>
                <Leaderboard board={board} ownRow={ownRow} ownTeam={view.ownTeam} ownName={me.nickname} />
              </Card>
            </div>
          )}
        </div>
      )}
      {runs !== null && <OwnRuns runs={runs} currentId={null} currentAccuracy={null} comparedId={null} />}
    </div>
  );
}
