'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type FieldId, fieldOf, runRows } from '@/client/review/runs/run-fields';
import { useRunWords } from '@/client/review/runs/use-run-words';
import { variedSettings } from '@/client/review/settings';
import { EmptyState } from '@/client/ui/empty-state';
import { useMarkName } from '@/client/ui/use-mark-name';
import { readRunTable } from '@/protocol/run-table';
import { type Brush, isWithin } from './brush';
import { ClassCurvesCard } from './class-curves-card';
import { EffectsCard } from './effects-card';
import { ParallelCard } from './parallel-card';
import type { PicturesOfClass } from './pictured-class';
import { ScatterCard } from './scatter-card';
import { useFieldAxes } from './use-field-axes';

/** Settings that stand beside each other at first: more would be too close to each other. */
const MOST_AXES = 6;

/** The runs of a class in pictures: which settings went with which results, and how everybody's training went. */
export function RunPictures({ pictured }: { pictured: PicturesOfClass }) {
  const t = useTranslations('pictures');
  const markName = useMarkName();
  const students = useMemo(
    () =>
      new Map(
        pictured.students.map(({ id, nickname, mark }) => [
          id,
          { mark, nickname: pictured.anonymised ? markName(mark) : nickname },
        ]),
      ),
    [pictured, markName],
  );
  const words = useRunWords(students);
  const runs = useMemo(() => runRows(readRunTable(pictured.runs)), [pictured.runs]);
  const usual = useMemo((): FieldId[] => {
    const varied = variedSettings(runs.map(({ experiment }) => experiment));
    return [...varied.filter((id) => id !== 'seed').slice(0, MOST_AXES), 'time', 'accuracy'];
  }, [runs]);
  const [brush, setBrush] = useState<Brush>({});
  const brushed = useMemo(() => Object.keys(brush) as FieldId[], [brush]);
  const axes = useFieldAxes(runs, brushed, words);
  const within = useMemo(
    () =>
      new Set(
        runs
          .filter((run) =>
            isWithin(Object.fromEntries(axes.map(({ id, place }) => [id, place(fieldOf(run, id))])), brush),
          )
          .map(({ id }) => id),
      ),
    [runs, axes, brush],
  );
  if (runs.length < 2) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  return (
    <>
      <ParallelCard runs={runs} words={words} usual={usual} brush={brush} onBrush={setBrush} />
      <ScatterCard runs={runs} words={words} usual={usual[0]!} within={within} />
      <EffectsCard runs={runs} words={words} />
      <ClassCurvesCard classId={pictured.classId} />
    </>
  );
}
