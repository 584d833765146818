'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { LazyDevicesCard } from '@/client/benches/compute/lazy-devices';
import { StepGuesses } from '@/client/challenge/step-guesses';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { AppBar } from '@/client/ui/app-bar';
import { Button } from '@/client/ui/button';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import { Toaster } from '@/client/ui/toaster';
import { hasBoard } from '@/lessons/benches';
import { type ClassOwner, ownersPath } from '@/protocol/owners';
import { classKeepingPath, type Keeping } from '@/protocol/retention';
import type { ShareEntry } from '@/protocol/share';
import { AuditsCard } from './audits-card';
import { ReviewBookmarks } from './bookmarks/review-bookmarks';
import { DeleteMenu } from './delete-menu';
import { DeletionNotice } from './deletion-notice';
import { EnsemblesCard } from './ensembles-card';
import { ExportCard } from './export-card';
import { FinalBoard } from './final-board';
import { FoolsCard } from './fools-card';
import { HelpTable } from './help-table';
import { KeptNote } from './kept-note';
import { KnobsCard } from './knobs-card';
import { PastLeaksCard } from './leaks-card';
import { MergesCard } from './merges-card';
import { MessagesTable } from './messages-table';
import { OwnersCard } from './owners-card';
import { RelaysCard } from './relays-card';
import { ResultsTable } from './results-table';
import { RevealReviewCard } from './reveal-review-card';
import type { ClassReview } from './review-data';
import { HeldRoundsCard } from './rounds-card';
import { ShareCard } from './shared/share-card';
import { SnapshotGallery } from './snapshot-gallery';
import { useShownNames } from './use-shown-names';

/** In the browser alone: thousands of runs are read, searched and sorted there, and the server writes none of it. */
const RunsTable = dynamic(
  patiently(() => import('./runs/runs-table').then((file) => file.RunsTable)),
  {
    ssr: false,
    loading: () => <Skeleton className="h-96 w-full" />,
  },
);

interface Props {
  review: ClassReview;
  owners: readonly ClassOwner[];
  keeping: Keeping | null;
  /** It is a sitting of a group. */
  inGroup: boolean;
  /** Links by which others may look at it. */
  shares: readonly ShareEntry[];
}

/** A class afterwards: its runs, its board, and what is kept of it. */
export function ClassReviewPage({ review: given, owners, keeping, inGroup, shares }: Props) {
  const { shown: review, named, name } = useShownNames(given);
  const t = useTranslations('review');
  const format = useFormatter();
  const found = useClassLesson(review);
  const lesson = found?.text.title ?? t('unknown.lesson');
  const guessed = (found?.steps ?? []).filter(({ id }) =>
    review.predictions.some(({ stepId }) => stepId === id),
  );
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={t('class.pageTitle', { lesson, date: format.dateTime(review.at, 'moment') })}
          lead={t('class.lead', {
            code: review.code,
            students: review.students.length,
            runs: review.runCount,
          })}
          above={
            <Link
              href="/review"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('backToList')}
            </Link>
          }
          actions={
            <>
              {review.runCount > 1 && (
                <LinkButton href={`/review/${review.id}/pictures`} prefetch={false}>
                  {t('class.pictures')}
                </LinkButton>
              )}
              {review.startedAt !== null && (
                <LinkButton href={`/review/${review.id}/replay`} prefetch={false}>
                  {t('class.replay')}
                </LinkButton>
              )}
              <LinkButton href={`/review/${review.id}/report`} prefetch={false}>
                {t('class.report')}
              </LinkButton>
              <DeleteMenu review={review} />
            </>
          }
        />
        {review.phase !== 'ended' && (
          <Notice
            action={
              <LinkButton size="sm" href={`/teach/live/${review.code}`} prefetch={false}>
                {t('class.toConsole')}
              </LinkButton>
            }
          >
            {t('class.running')}
          </Notice>
        )}
        <DeletionNotice keeping={keeping} exportHref="#export" />
        {review.dryRun && <Notice>{t('class.dryRun')}</Notice>}
        {!named && (
          <Notice
            action={
              <Button size="sm" onClick={name}>
                {t('class.showNames')}
              </Button>
            }
          >
            {t('class.namesHidden')}
          </Notice>
        )}
        <LazyDevicesCard devices={review.devices} />
        {review.results && <ResultsTable results={review.results} students={review.students} />}
        {((review.results === null && !review.devices) || review.runCount > 0) && (
          <RunsTable
            classId={review.id}
            runs={review.runs}
            students={review.students}
            over={review.phase === 'ended'}
          />
        )}
        {!review.devices && (found === null || hasBoard(found)) && (
          <FinalBoard board={review.board} over={review.phase === 'ended'} />
        )}
        <RevealReviewCard reveal={review.reveal} />
        {guessed.map((step) => (
          <StepGuesses key={step.id} step={step} tallies={review.predictions} named />
        ))}
        <EnsemblesCard ensembles={review.ensembles} students={review.students} />
        <KnobsCard
          knobs={review.knobs}
          students={review.students}
          runPath={(runId) => `/review/${review.id}/runs/${runId}`}
        />
        <MergesCard merges={review.merges} />
        <FoolsCard fools={review.fools} students={review.students} />
        <AuditsCard audits={review.audits} />
        <HeldRoundsCard rounds={review.rounds} />
        <PastLeaksCard leaks={review.leaks} students={review.students} />
        <RelaysCard relays={review.relays} />
        {found && <SnapshotGallery review={review} lesson={found} />}
        <HelpTable helps={review.helps} students={review.students} />
        <MessagesTable messages={review.messages} />
        <ReviewBookmarks classId={review.id} bookmarks={review.bookmarks} lesson={found} />
        <ExportCard key={String(named)} review={review} namedAtFirst={named} />
        {review.phase === 'ended' && <ShareCard classId={review.id} shares={shares} />}
        <OwnersCard path={ownersPath(review.id)} owners={owners} />
        <KeptNote
          kept={
            keeping && {
              keeping,
              ...(inGroup ? { of: 'sitting' } : { of: 'class', path: classKeepingPath(review.id) }),
            }
          }
        />
      </main>
      <Toaster />
    </>
  );
}
