'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { runMark } from '@/client/review/run-mark-of';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { EmptyState } from '@/client/ui/empty-state';
import { PageHeader } from '@/client/ui/page-header';
import { useMarkName } from '@/client/ui/use-mark-name';
import { readDrawnPoints } from '@/protocol/drawn-points';
import { ComparedConfusions } from './compared-confusions';
import type { ComparedRun, NamedRun } from './compared-run';
import { CurvesCard } from './curves-card';
import { differencesOf, labelsOf } from './differences';
import { MissingRuns } from './missing-runs';
import { NetworksCard } from './networks-card';
import { RunsBeside } from './runs-beside';

/** Several runs beside each other: their curves, in what they differ, what they take for what. */
export function ComparePage({ runs, missing }: { runs: readonly ComparedRun[]; missing: readonly string[] }) {
  const t = useTranslations('review.compare');
  const review = useTranslations('review');
  const words = useExperimentWords();
  const numbers = useNumbers();
  const markName = useMarkName();
  const format = useFormatter();
  const [chosen, setChosen] = useState<string | null>(null);
  const { named, same, differing } = useMemo(() => {
    const settings = runs.map(({ run }) => words.settings(run.experiment));
    const differences = differencesOf(settings);
    const owners = runs.map(({ student }) =>
      student === null ? review('unknown.student') : (student.nickname ?? markName(student.mark)),
    );
    const labels = labelsOf(settings, owners, differences, words.name('seed'));
    return {
      ...differences,
      named: runs.map(
        (run, index): NamedRun => ({
          ...run,
          points: readDrawnPoints(run.points),
          mark: runMark(run.run.id),
          owner: owners[index]!,
          label: labels[index]!,
        }),
      ),
    };
  }, [runs, words, review, markName]);
  const classes = [...new Map(runs.map((run) => [run.classId, run])).values()];
  const classNames = new Map(
    classes
      .toSorted((one, other) => one.heldAt - other.heldAt)
      .map(({ classId, lessonTitle, heldAt }) => [
        classId,
        `${lessonTitle ?? review('unknown.lesson')}, ${format.dateTime(heldAt, 'moment')}`,
      ]),
  );
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={t('title', { count: numbers.integer(runs.length) })}
          lead={classes.map(({ classId }, index) => (
            <span key={classId}>
              {index > 0 && <span aria-hidden="true"> · </span>}
              <Link
                href={`/review/${classId}`}
                prefetch={false}
                className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
              >
                {classNames.get(classId)}
              </Link>
            </span>
          ))}
        />
        <MissingRuns ids={missing} />
        {runs.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        ) : (
          <>
            <CurvesCard runs={named} chosen={chosen} onChoose={setChosen} />
            <RunsBeside
              runs={named}
              classNames={classes.length > 1 ? classNames : null}
              same={same}
              differing={differing}
              chosen={chosen}
              onChoose={setChosen}
            />
            <Card as="section" title={t('confusions')}>
              <ComparedConfusions runs={named} />
            </Card>
            <NetworksCard runs={named} />
          </>
        )}
      </main>
    </>
  );
}
