'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { NO_NUMBER } from '@/client/i18n/numbers';
import { runMark } from '@/client/review/run-mark-of';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { Card } from '@/client/ui/card';
import { useMarkName } from '@/client/ui/use-mark-name';
import { readDrawnPoints } from '@/protocol/drawn-points';
import { trainsPictures } from '@/protocol/run-kind';
import { ComparedConfusions } from './compared-confusions';
import type { ComparedRun, NamedRun } from './compared-run';
import { CurvesCard } from './curves-card';
import { differencesOf, labelsOf } from './differences';
import { NetworksCard } from './networks-card';
import { RunsBeside } from './runs-beside';

interface Props {
  runs: readonly ComparedRun[];
  /** See `RunsBeside`. */
  classNames: ReadonlyMap<string, string> | null;
}

/** The curves of runs, in what they differ, what they take for what, and their networks. */
export function ComparedRuns({ runs, classNames }: Props) {
  const t = useTranslations('review.compare');
  const review = useTranslations('review');
  const words = useExperimentWords();
  const markName = useMarkName();
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
  return (
    <>
      <CurvesCard runs={named} chosen={chosen} onChoose={setChosen} />
      <RunsBeside
        runs={named}
        classNames={classNames}
        same={same.filter(({ value }) => value !== NO_NUMBER)}
        differing={differing}
        chosen={chosen}
        onChoose={setChosen}
      />
      {named.some(({ run }) => trainsPictures(run)) && (
        <Card as="section" title={t('confusions')}>
          <ComparedConfusions runs={named} />
        </Card>
      )}
      <NetworksCard runs={named} />
    </>
  );
}
