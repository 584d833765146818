'use client';

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { numbered } from '@/client/benches/numbers/number-text';
import type { DragLimits } from '@/client/benches/unit/line-drag';
import { ParameterRow } from '@/client/benches/unit/parameter-row';
import { SumLine, type SumRow } from '@/client/benches/unit/sum-line';
import { TruthTable } from '@/client/benches/unit/truth-table';
import { classNames } from '@/client/ui/class-names';
import { output, type Perceptron, weightedSum } from '@/engine/perceptron/perceptron';
import { inputRows, type Target } from '@/engine/perceptron/truth-table';
import { Equation } from './equation';
import { InputPicture } from './input-picture';
import type { Locks } from './locks';
import { PerceptronDiagram } from './perceptron-diagram';

const NO_LOCKS: Locks = { weight: null, threshold: false, reason: '' };

export interface PerceptronEditorProps {
  perceptron: Perceptron;
  /** `key` names what is changed: see `useEdits`. */
  onChange(next: Perceptron, key: string): void;
  target: Target | null;
  levels?: readonly [off: number, on: number];
  locks?: Locks;
  limits: DragLimits;
  held: boolean;
  /** Told which inputs are on show, as bits: at first, and whenever others are. */
  onInputs?: (bits: string) => void;
}

const BITS = [0, 1] as const;

/** One perceptron from all sides: diagram, sums against θ, sliders, the plane or cube, the truth table. All move together. */
export function PerceptronEditor(props: PerceptronEditorProps) {
  const { perceptron, onChange, target, levels = BITS, locks = NO_LOCKS, limits, held, onInputs } = props;
  const t = useTranslations('perceptron');
  const count = perceptron.weights.length;
  const bits = useMemo(() => inputRows(count), [count]);
  const [chosen, setRow] = useState(bits.length - 1);
  // Another goal may have fewer rows.
  const row = Math.min(chosen, bits.length - 1);

  const shown = bits[row]!.join('');
  useEffect(() => onInputs?.(shown), [onInputs, shown]);

  const table = bits.map((bitsOfRow, i) => {
    const inputs = bitsOfRow.map((bit) => levels[bit]!);
    return {
      inputs,
      sum: weightedSum(perceptron, inputs),
      output: output(perceptron, inputs),
      wanted: target?.outputs[i] ?? null,
    };
  });
  const rows: SumRow[] = table.map(({ sum, output: answer, wanted }, i) => ({
    label: bits[i]!.join(''),
    sum,
    bit: wanted ?? answer,
    wrong: wanted !== null && wanted !== answer,
  }));

  const setWeight = (input: number, value: number) => {
    const bounded = Math.max(-limits.weight, Math.min(limits.weight, value));
    const weights = perceptron.weights.map((weight, i) =>
      i === input ? Math.round(bounded * 20) / 20 + 0 : weight,
    );
    onChange({ ...perceptron, weights }, `weight-${input}`);
  };
  const setThreshold = (value: number) => {
    const bounded = Math.max(-limits.threshold, Math.min(limits.threshold, value));
    onChange({ ...perceptron, threshold: Math.round(bounded * 20) / 20 + 0 }, 'threshold');
  };

  return (
    <div className="@container">
      <div className="grid items-start gap-x-6 gap-y-4 @min-[46rem]:grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-2">
          <PerceptronDiagram
            perceptron={perceptron}
            inputs={table[row]!.inputs}
            isOn={bits[row]!.map((bit) => bit === 1)}
            onToggle={(input) => setRow(row ^ (1 << (count - 1 - input)))}
            most={limits.weight}
            lockedInput={locks.weight}
            onDragWeight={setWeight}
            disabled={held}
          />
          <Equation perceptron={perceptron} inputs={table[row]!.inputs} />
          <SumLine
            rows={rows}
            selected={row}
            onSelect={setRow}
            threshold={perceptron.threshold}
            onThreshold={held || locks.threshold ? undefined : setThreshold}
          />
          <div className={classNames('grid gap-x-5 gap-y-0.5 pt-1', count > 2 && '@min-[30rem]:grid-cols-2')}>
            {perceptron.weights.map((weight, i) => (
              <ParameterRow
                // biome-ignore lint/suspicious/noArrayIndexKey: an input is its place.
                key={i}
                sign={numbered('w', i)}
                label={t('weight', { name: numbered('w', i) })}
                fieldLabel={t('exact', { name: numbered('w', i) })}
                value={weight}
                onChange={(value) =>
                  onChange(
                    { ...perceptron, weights: perceptron.weights.map((w, j) => (j === i ? value : w)) },
                    `weight-${i}`,
                  )
                }
                most={limits.weight}
                step={limits.step}
                locked={locks.weight === i ? locks.reason : undefined}
              />
            ))}
            <ParameterRow
              sign="θ"
              label={t('threshold')}
              fieldLabel={t('exact', { name: 'θ' })}
              value={perceptron.threshold}
              onChange={(threshold) => onChange({ ...perceptron, threshold }, 'threshold')}
              most={limits.threshold}
              step={limits.step}
              locked={locks.threshold ? locks.reason : undefined}
            />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <InputPicture
            perceptron={perceptron}
            onDrag={held ? undefined : (next) => onChange(next, 'line')}
            locks={locks}
            levels={levels}
            rows={rows}
            selected={row}
            onSelect={setRow}
            limits={limits}
          />
          <TruthTable
            rows={table}
            threshold={perceptron.threshold}
            selected={row}
            onSelect={setRow}
            caption={t('table.caption')}
          />
        </div>
      </div>
    </div>
  );
}
