'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { goodOf, made, type Shape, text } from '@/base/shape';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { numbered, writeNumber } from '@/client/benches/numbers/number-text';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import { ParameterRow } from '@/client/benches/unit/parameter-row';
import { Plane } from '@/client/benches/unit/plane';
import { useRowsAnnouncer } from '@/client/benches/unit/use-rows-announcer';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { perceptronTables } from '@/engine/perceptron/best-possible';
import { GATES } from '@/engine/perceptron/gates';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { inputRows, rowsRight, truthTable } from '@/engine/perceptron/truth-table';
import { BUILD_LIMITS, goalStart } from './goals';
import { RowsRight } from './rows-right';
import { Diagonals, PairSums } from './xor-argument';
import { XorTables } from './xor-tables';

const VIEWS = ['try', 'diagonals', 'sums', 'count'] as const;
type View = (typeof VIEWS)[number];

const TARGET = GATES.xor;
const START = goalStart('xor');
const ROWS = inputRows(2);
/** “3 of 4” among the step's choices 2, 3, 4. */
const THREE_OF_FOUR = 1;

const tableOf = (perceptron: Perceptron) =>
  truthTable(perceptron)
    .map((row) => row.output)
    .join('');

const rightIn = (table: string) => TARGET.outputs.filter((bit, i) => String(bit) === table[i]).length;

export const foundTablesShape: Shape<string[]> = made(goodOf(text(), 1_000), (kept) => {
  const possible = perceptronTables(2);
  return [...new Set(kept.filter((key) => possible.has(key)))];
});
const lineShape = perceptronShape(2, BUILD_LIMITS.threshold);

/** Lesson 2: nobody draws the line that XOR would need, and three ways to see why. */
export default function PerceptronXor({ place }: BenchProps<'perceptron-xor'>) {
  const t = useTranslations('perceptron');
  const edits = useEdits<Perceptron>(place, 'line', START, lineShape);
  const [found, keepFound] = useKept<string[]>(place, 'found', [tableOf(START)], foundTablesShape);
  const [view, setView] = useState<View>('try');
  const perceptron = edits.value;
  const table = tableOf(perceptron);
  const right = rowsRight(
    truthTable(perceptron).map((row) => row.output),
    TARGET,
  );
  const best = Math.max(...found.map(rightIn), right);
  useFacts<'perceptron-xor'>(place, { best, view });
  useRowsAnnouncer(
    right,
    useCallback((count) => t('said.rows', { right: count, of: 4 }), [t]),
    place.announce,
  );

  useEffect(() => {
    if (!found.includes(table)) keepFound([...found, table]);
  }, [found, table, keepFound]);

  const told = useRef(false);
  const choose = (next: View) => {
    setView(next);
    if (next === 'try' || told.current) return;
    told.current = true;
    place.cameTrue(THREE_OF_FOUR);
    place.announce(t('xor.came'));
  };
  const change = (next: Perceptron, key: string) => edits.change(next, key);
  const set = (index: number) => (value: number) =>
    change(
      { ...perceptron, weights: perceptron.weights.map((weight, i) => (i === index ? value : weight)) },
      `weight-${index}`,
    );

  return (
    <BenchFrame label={t('xor.label')} held={place.held}>
      <BenchHead
        onUndo={edits.undo}
        canUndo={edits.canUndo}
        onReset={() => {
          edits.change(START, null);
          keepFound([tableOf(START)]);
          setView('try');
        }}
        status={<RowsRight right={right} of={4} />}
      >
        <SegmentedControl
          label={t('xor.view')}
          value={view}
          onChange={choose}
          segments={VIEWS.map((value) => ({ value, label: t(`xor.why.${value}`) }))}
        />
      </BenchHead>
      <div className="@container">
        <div className="grid items-start gap-x-7 gap-y-4 @min-[46rem]:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-2">
            <div className="mx-auto w-full max-w-[19.5rem]">
              <Plane
                perceptron={perceptron}
                window={{ left: -0.6, right: 1.6, bottom: -0.6, top: 1.6 }}
                ticks={[0, 1]}
                label={t('plane.now', {
                  line: `${writeNumber(perceptron.weights[0]!)}·x₁ + ${writeNumber(perceptron.weights[1]!)}·x₂ = ${writeNumber(perceptron.threshold)}`,
                  above:
                    ROWS.map((row) => row.join(''))
                      .filter((_, i) => table[i] === '1')
                      .join(', ') || t('none'),
                  wrong: 4 - right,
                })}
                limits={{ ...BUILD_LIMITS, step: 0.05 }}
                onDrag={place.held === null ? (next) => change(next, 'line') : undefined}
                marks={ROWS.map((row, i) => ({
                  key: row.join(''),
                  x: row[0]!,
                  y: row[1]!,
                  bit: TARGET.outputs[i]!,
                  wrong: String(TARGET.outputs[i]) !== table[i],
                  r: 13,
                  label: String(TARGET.outputs[i]),
                }))}
              >
                {view === 'diagonals' ? (at) => <Diagonals at={at} words={t('xor.middle')} /> : undefined}
              </Plane>
            </div>
            {perceptron.weights.map((weight, i) => (
              <ParameterRow
                // biome-ignore lint/suspicious/noArrayIndexKey: an input is its place.
                key={i}
                sign={numbered('w', i)}
                label={t('weight', { name: numbered('w', i) })}
                fieldLabel={t('exact', { name: numbered('w', i) })}
                value={weight}
                onChange={set(i)}
                most={BUILD_LIMITS.weight}
                step={BUILD_LIMITS.step}
              />
            ))}
            <ParameterRow
              sign="θ"
              label={t('threshold')}
              fieldLabel={t('exact', { name: 'θ' })}
              value={perceptron.threshold}
              onChange={(threshold) => change({ ...perceptron, threshold }, 'threshold')}
              most={BUILD_LIMITS.threshold}
              step={BUILD_LIMITS.step}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <p className="min-h-32 text-base">{t(`xor.text.${view}`)}</p>
            <XorTables found={new Set(view === 'count' ? perceptronTables(2).keys() : found)} now={table} />
            <div className="min-h-44">
              {view === 'sums' ? (
                <PairSums perceptron={perceptron} />
              ) : (
                <p className="tabular rounded-md border border-line bg-surface-raised px-3 py-2 text-sm font-semibold">
                  {t('xor.tried', { tried: found.length, best })}
                </p>
              )}
            </div>
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}
