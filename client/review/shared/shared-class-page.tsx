'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { LazyDevicesCard } from '@/client/benches/compute/lazy-devices';
import { StepGuesses } from '@/client/challenge/step-guesses';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { AuditsCard } from '@/client/review/audits-card';
import { EnsemblesCard } from '@/client/review/ensembles-card';
import { FinalBoard } from '@/client/review/final-board';
import { KnobsCard } from '@/client/review/knobs-card';
import { MergesCard } from '@/client/review/merges-card';
import { ResultsTable } from '@/client/review/results-table';
import { HeldRoundsCard } from '@/client/review/rounds-card';
import { AppBar } from '@/client/ui/app-bar';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { useMarkName } from '@/client/ui/use-mark-name';
import { hasBoard } from '@/lessons/benches';
import type { SharedReview } from './shared-review';
import { SharedRuns } from './shared-runs';

interface Props {
  review: SharedReview;
  /** Null: the class never began. */
  replayPath: string | null;
}

/** A class that its teacher has shared: to look at, and nothing else. */
export function SharedClassPage({ review: given, replayPath }: Props) {
  const t = useTranslations('review');
  const format = useFormatter();
  const markName = useMarkName();
  const review = useMemo(() => {
    if (given.named) return given;
    const rows = given.board.rows.map((row) => ({ ...row, nickname: markName(row.mark) }));
    const students = given.students.map((student) => ({ ...student, nickname: markName(student.mark) }));
    return { ...given, students, board: { ...given.board, rows } };
  }, [given, markName]);
  const found = useClassLesson(review);
  const guessed = (found?.steps ?? []).filter(({ id }) =>
    review.predictions.some(({ stepId }) => stepId === id),
  );
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={t('class.pageTitle', {
            lesson: found?.text.title ?? t('unknown.lesson'),
            date: format.dateTime(review.at, 'moment'),
          })}
          lead={t('shared.lead', { students: review.students.length, runs: review.runCount })}
          actions={
            replayPath !== null && (
              <LinkButton href={replayPath} prefetch={false}>
                {t('class.replay')}
              </LinkButton>
            )
          }
        />
        <Notice>{t(review.named ? 'shared.named' : 'shared.anonymous')}</Notice>
        {review.dryRun && <Notice>{t('class.dryRun')}</Notice>}
        <LazyDevicesCard devices={review.devices} />
        {review.results && <ResultsTable results={review.results} students={review.students} />}
        {!review.devices && (found === null || hasBoard(found)) && <FinalBoard board={review.board} over />}
        {review.runCount > 0 && <SharedRuns runs={review.runs} students={review.students} />}
        {guessed.map((step) => (
          <StepGuesses key={step.id} step={step} tallies={review.predictions} named />
        ))}
        <EnsemblesCard ensembles={review.ensembles} students={review.students} />
        <KnobsCard knobs={review.knobs} students={review.students} />
        <MergesCard merges={review.merges} />
        <AuditsCard audits={review.audits} />
        <HeldRoundsCard rounds={review.rounds} />
      </main>
    </>
  );
}
