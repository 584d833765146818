'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { PageHeader } from '@/client/ui/page-header';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import { StudentMark } from '@/client/ui/student-mark';
import { checkpointWeightsPath } from '@/protocol/checkpoint-paths';
import { trainsPictures } from '@/protocol/run-kind';
import { CodeCard } from './code/code-card';
import { ConfusionPanel } from './confusion-panel';
import { inLab } from './moments/continue-at';
import { RemarksCard } from './remarks/remarks-card';
import type { RunReview } from './review-data';
import { RunFacts } from './run-facts';
import { RunStateBadge } from './run-state-badge';
import { SettingsList } from './settings-list';
import { SubmissionsTable } from './submissions-table';
import { TakeNetworkCard } from './take-network-card';
import { useExperimentWords } from './use-experiment-words';

/** Recharts measures its box and draws in the browser alone. */
const RunMoments = dynamic(
  patiently(() => import('./moments/run-moments').then((file) => file.RunMoments)),
  {
    ssr: false,
    loading: () => <Skeleton className="h-80 w-full" />,
  },
);

/** One run: curves, its moments, settings, matrix, code, submissions. */
export function RunReviewPage({ review }: { review: RunReview }) {
  const t = useTranslations('review');
  const words = useExperimentWords();
  const { run, points, student, submissions, classId } = review;
  const name = student?.nickname ?? t('unknown.student');
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          above={
            <Link
              href={`/review/${classId}`}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('backToClass')}
            </Link>
          }
          title={
            <span className="flex min-w-0 items-center gap-3">
              {student && <StudentMark mark={student.mark} className="size-9" />}
              <span className="min-w-0">{t('run.title', { name })}</span>
            </span>
          }
          lead={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <RunStateBadge state={run.state} over={review.over} />{' '}
              <span>{`${words.network(run.experiment)} · ${words.training(run.experiment)}`}</span>
            </span>
          }
        />
        <RunFacts run={run} points={points} />
        <RunMoments
          run={run}
          points={points}
          checkpoints={review.checkpoints}
          weightsAddress={(step) => checkpointWeightsPath(classId, run.id, step)}
          reader="teacher"
          originHref={
            run.continues && review.originClassId !== null
              ? `/review/${review.originClassId}/runs/${run.continues.runId}`
              : null
          }
          continueAt={trainsPictures(run) ? inLab(run.experiment.dataset) : null}
        />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Card>
            <SettingsList experiment={run.experiment} />
          </Card>
          {trainsPictures(run) && (
            <Card as="section">
              <ConfusionPanel run={run} />
            </Card>
          )}
        </div>
        <RemarksCard classId={classId} runId={run.id} remarks={review.remarks} />
        {trainsPictures(run) && (
          <>
            <CodeCard experiment={run.experiment} />
            <SubmissionsTable submissions={submissions} />
          </>
        )}
        <TakeNetworkCard run={run} kept={run.verifiedAccuracy !== null || review.checkpoints.length > 0} />
      </main>
    </>
  );
}
