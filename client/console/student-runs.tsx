'use client';

import { ChevronLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { SettingsList } from '@/client/review/settings-list';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import type { RefusalCode } from '@/protocol/refusals';
import type { Point, RunSummary } from '@/protocol/run';
import { useConsole } from './console-context';
import { StudentRunList } from './run-list';
import { useFollowedStudent } from './use-followed-student';

/** Recharts is large, and many classes go by without a drawer being opened. */
const RunCurves = dynamic(
  patiently(() => import('@/client/review/run-curves').then((file) => file.RunCurves)),
  {
    ssr: false,
    loading: () => <Skeleton className="h-130 w-full" />,
  },
);

type Loaded<Content> = { content: Content } | { refusal: RefusalCode } | null;

/** A student's runs: the list, and one of them with its curves and settings. */
export function StudentRuns({ studentId }: { studentId: string }) {
  const t = useTranslations('console.drawer');
  const refusalText = useRefusalText();
  const { session } = useConsole();
  const { live } = useFollowedStudent(studentId);
  const [runs, setRuns] = useState<Loaded<RunSummary[]>>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const runId = live?.runId ?? null;
  const activity = live?.activity;

  // A new run, or one that has changed its state, is worth reading the list again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: run and state say when, not what.
  useEffect(() => {
    let current = true;
    session.listRuns(studentId).then((answer) => {
      if (current) setRuns(answer.ok ? { content: answer.runs } : { refusal: answer.code });
    });
    return () => {
      current = false;
    };
  }, [session, studentId, runId, activity]);

  if (chosen !== null) return <OneRun runId={chosen} onBack={() => setChosen(null)} />;
  return (
    <section aria-labelledby="runs-title">
      <h3 id="runs-title" className="mb-2 text-lg">
        {t('runs')}
      </h3>
      {runs === null ? (
        <Skeleton className="h-32 w-full" />
      ) : 'refusal' in runs ? (
        <Notice tone="error">{t('loadFailed', { reason: refusalText(runs.refusal) })}</Notice>
      ) : runs.content.length === 0 ? (
        <p className="text-ink-soft">{t('noRuns')}</p>
      ) : (
        <StudentRunList runs={runs.content} onChoose={setChosen} />
      )}
    </section>
  );
}

function OneRun({ runId, onBack }: { runId: string; onBack(): void }) {
  const t = useTranslations('console.drawer');
  const refusalText = useRefusalText();
  const { session } = useConsole();
  const [loaded, setLoaded] = useState<Loaded<{ run: RunSummary; points: Point[] }>>(null);
  useEffect(() => {
    let current = true;
    session.readRun(runId).then((answer) => {
      if (!current) return;
      setLoaded(
        answer.ok ? { content: { run: answer.run, points: answer.points } } : { refusal: answer.code },
      );
    });
    return () => {
      current = false;
    };
  }, [session, runId]);
  return (
    <section className="flex flex-col gap-4">
      <Button size="sm" icon={<ChevronLeft aria-hidden="true" />} onClick={onBack} className="self-start">
        {t('back')}
      </Button>
      {loaded === null ? (
        <Skeleton className="h-130 w-full" />
      ) : 'refusal' in loaded ? (
        <Notice tone="error">{t('loadFailed', { reason: refusalText(loaded.refusal) })}</Notice>
      ) : (
        <>
          <RunCurves run={loaded.content.run} points={loaded.content.points} narrow />
          <SettingsList experiment={loaded.content.run.experiment} />
        </>
      )}
    </section>
  );
}
