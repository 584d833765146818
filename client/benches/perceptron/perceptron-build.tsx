'use client';

import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { object, oneOf, partOf, type Shape } from '@/base/shape';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useReached } from '@/client/benches/frame/use-reached';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import { useRowsAnnouncer } from '@/client/benches/unit/use-rows-announcer';
import { SelectField } from '@/client/ui/select-field';
import { bestPossibleRows } from '@/engine/perceptron/best-possible';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { rowsRight, truthTable } from '@/engine/perceptron/truth-table';
import { BUILD_LIMITS, firstGoal, GOALS, type Goal, goalInputs, goalStart, goalTarget } from './goals';
import { PerceptronEditor } from './perceptron-editor';
import { RowsRight } from './rows-right';

interface Work {
  goal: Goal;
  /** What was built for each goal; the rest is at its start. */
  built: Partial<Record<Goal, Perceptron>>;
}

export const buildShape: Shape<Work> = object({
  goal: oneOf(GOALS),
  built: partOf(GOALS, (goal) => perceptronShape(goalInputs(goal), BUILD_LIMITS.threshold)),
});

/** Lesson 2: one perceptron to play with, and gates to build from it. */
export default function PerceptronBuild({ options, place }: BenchProps<'perceptron-build'>) {
  const t = useTranslations('perceptron');
  const { value, change, undo, canUndo } = useEdits<Work>(
    place,
    'build',
    { goal: firstGoal(options), built: {} },
    buildShape,
  );
  const { goal, built } = value;
  const perceptron = built[goal] ?? goalStart(goal);
  const target = goalTarget(goal);
  const right = target
    ? rowsRight(
        truthTable(perceptron).map((row) => row.output),
        target,
      )
    : null;
  const all = target?.outputs.length ?? 0;
  const best = target ? bestPossibleRows(target).rows : 0;
  const [inputs, setInputs] = useState('');
  useReached(place, 'rows', right, all);
  useFacts<'perceptron-build'>(
    place,
    // The editor says which inputs are on show as soon as it is drawn.
    inputs === ''
      ? null
      : {
          ...{ gate: goal, right: right ?? 0, all: right === all },
          ...{
            threshold: perceptron.threshold,
            ones: perceptron.weights.every((weight) => weight === 1),
            inputs,
          },
        },
  );
  const gate = t(`goal.${goal}`);
  useRowsAnnouncer(
    right,
    useCallback(
      (count) => (count === all ? t('said.done', { gate }) : t('said.rows', { right: count, of: all })),
      [all, gate, t],
    ),
    place.announce,
  );
  const note =
    right === null
      ? t('note.free')
      : right === all
        ? t('note.done', { gate })
        : best < all
          ? t('note.impossible', { of: all, gate })
          : t('note.open', { gate });
  return (
    <BenchFrame label={t('build.label')} held={place.held}>
      <BenchHead
        onUndo={undo}
        canUndo={canUndo}
        onReset={() => change({ goal, built: { ...built, [goal]: goalStart(goal) } }, null)}
        status={right !== null && <RowsRight right={right} of={all} />}
      >
        <SelectField
          label={t('build.goal')}
          value={goal}
          onChange={(next) => change({ goal: next, built }, null)}
          choices={GOALS.map((one) => ({ value: one, label: t(`goal.${one}`) }))}
          className="w-52"
        />
        <p className="min-h-9 min-w-0 flex-1 basis-52 self-end text-sm text-ink-soft">{note}</p>
      </BenchHead>
      <PerceptronEditor
        key={goal}
        perceptron={perceptron}
        onChange={(next, key) => change({ goal, built: { ...built, [goal]: next } }, `${goal} ${key}`)}
        target={target}
        limits={BUILD_LIMITS}
        held={place.held !== null}
        onInputs={setInputs}
      />
    </BenchFrame>
  );
}
