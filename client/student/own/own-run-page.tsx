'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { credentialsShelf } from '@/client/live/credentials';
import { CodeCard } from '@/client/review/code/code-card';
import { ConfusionPanel } from '@/client/review/confusion-panel';
import { type ContinueAt, inLab } from '@/client/review/moments/continue-at';
import { RunFacts } from '@/client/review/run-facts';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { SettingsList } from '@/client/review/settings-list';
import { TakeNetworkCard } from '@/client/review/take-network-card';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { benchKeyInClass } from '@/client/training/bench-key';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import type { CheckpointListing } from '@/protocol/checkpoints';
import { ownCheckpointPath, ownPagePath, ownRunPath } from '@/protocol/own-page';
import type { Remark } from '@/protocol/remarks';
import type { Point, RunSummary } from '@/protocol/run';
import { trainsPictures } from '@/protocol/run-kind';

/** Recharts measures its box and draws in the browser alone. */
const RunMoments = dynamic(
  patiently(() => import('@/client/review/moments/run-moments').then((file) => file.RunMoments)),
  { ssr: false, loading: () => <Skeleton className="h-80 w-full" /> },
);

/** One of a student's runs as the server reads it (server/read/own-run). */
export interface ReadOwnRun {
  studentId: string;
  classId: string;
  code: string;
  inGroup: boolean;
  over: boolean;
  run: RunSummary;
  points: readonly Point[];
  checkpoints: readonly CheckpointListing[];
  feedback: Remark | null;
}

/** A run for the student whose it is: its moments, what the teacher said, its settings and code. */
export function OwnRunPage({ token, own }: { token: string; own: ReadOwnRun }) {
  const t = useTranslations('classroom.ownPage');
  const words = useExperimentWords();
  const format = useFormatter();
  const { run, points, checkpoints, feedback, over } = own;
  const continueAt = useContinueAt(own);
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          above={
            <Link
              href={ownPagePath(token)}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('back')}
            </Link>
          }
          title={t('runTitle', { time: format.dateTime(run.createdAt, 'moment') })}
          lead={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <RunStateBadge state={run.state} over={over} />{' '}
              <span>{`${words.network(run.experiment)} · ${words.training(run.experiment)}`}</span>
            </span>
          }
        />
        {feedback && (
          <Notice title={t('feedbackAt', { time: format.dateTime(feedback.writtenAt, 'moment') })}>
            {feedback.text}
          </Notice>
        )}
        <RunFacts run={run} points={points} />
        <RunMoments
          run={run}
          points={points}
          checkpoints={checkpoints}
          weightsAddress={(step) => ownCheckpointPath(token, run.id, step)}
          reader="student"
          originHref={run.continues ? ownRunPath(token, run.continues.runId) : null}
          continueAt={continueAt}
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
        {trainsPictures(run) && <CodeCard experiment={run.experiment} />}
        <TakeNetworkCard
          run={run}
          kept={run.verifiedAccuracy !== null || checkpoints.length > 0}
          token={token}
        />
      </main>
    </>
  );
}

/** In the class where that is open and this browser is the student there, else in the lab; null: of points, which have their own way there. */
function useContinueAt({ studentId, classId, code, inGroup, over, run }: ReadOwnRun): ContinueAt | null {
  const [isHere, setIsHere] = useState(false);
  useEffect(() => {
    setIsHere(!over && credentialsShelf.find(code)?.credentials.studentId === studentId);
  }, [over, code, studentId]);
  if (!trainsPictures(run)) return null;
  if (!isHere) return inLab(run.experiment.dataset);
  const key = benchKeyInClass(inGroup ? classId : code, studentId);
  return { where: 'class', key, href: `/class/${code}` };
}
