'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { numbered, writeNumber } from '@/client/benches/numbers/number-text';
import { Cube } from '@/client/benches/unit/cube';
import { ParameterRow } from '@/client/benches/unit/parameter-row';
import { Plane } from '@/client/benches/unit/plane';
import { SumLine } from '@/client/benches/unit/sum-line';
import { Button } from '@/client/ui/button';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { type UnitPlace, unitAt } from './circuit-edits';
import { type CircuitGoalSetup, limitsOf, type TwoLayers, UNIT_NAMES } from './circuit-goals';
import type { CircuitRow } from './circuit-state';
import { unitRows } from './unit-rows';
import { UnitTable } from './unit-table';

interface Props {
  setup: CircuitGoalSetup;
  layers: TwoLayers;
  place: UnitPlace;
  rows: readonly CircuitRow[];
  onChange(unit: Perceptron, key: string): void;
  /** Undefined: the unit stays. */
  onRemove?: (() => void) | undefined;
  lockedWords: string;
  held: boolean;
}

/** One unit of the circuit from near: the plane (or line) that it sees, its numbers, its own truth table. */
export function UnitInspector(props: Props) {
  const { setup, layers, place, rows, onChange, onRemove, lockedWords, held } = props;
  const t = useTranslations('circuit');
  const isLast = place === 'last';
  const name = isLast ? 'Y' : UNIT_NAMES[place]!;
  const unit = unitAt(layers, place);
  const limits = limitsOf(setup, isLast);
  const sources = unit.weights.map((_, i) => (isLast ? UNIT_NAMES[i]! : numbered('x', i)));
  const cases = unitRows(setup, layers, place, rows);
  const locked = place === 0 ? (setup.given?.input ?? null) : null;
  const count = unit.weights.length;
  const above = cases.filter((row) => row.output === 1).map((row) => row.inputs.join(''));
  const label = (key: 'ownPlane' | 'ownCube') =>
    t(key, { name, above: above.join(', ') || (setup.box && !isLast ? '…' : '–') });
  const marks = cases.map((row) => ({
    key: row.inputs.join(''),
    x: row.inputs[0] ?? 0,
    y: row.inputs[1] ?? 0.5,
    bit: row.wanted ?? row.output,
    wrong: row.wanted !== null && row.wanted !== row.output,
    r: isLast ? 16 : 12,
    // Which rows arrive here: that 01 and 10 fall together is the whole trick.
    label:
      isLast && row.from.length > 0
        ? row.from.length > 2
          ? `${row.from.length}×`
          : row.from.join(' ')
        : undefined,
  }));
  return (
    <section
      aria-label={isLast ? t('outputUnit') : t('unit', { name })}
      className="flex min-w-0 flex-col gap-2"
    >
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 className="text-base">{isLast ? t('outputUnit') : t('unit', { name })}</h2>
        {onRemove && (
          <Button size="sm" look="quiet" icon={<Trash2 aria-hidden="true" />} onClick={onRemove}>
            {t('remove', { name })}
          </Button>
        )}
      </div>
      {count <= 2 && (
        <div className="mx-auto w-full max-w-[15rem]">
          <Plane
            perceptron={{ weights: [unit.weights[0]!, unit.weights[1] ?? 0], threshold: unit.threshold }}
            window={isLast ? { left: -0.6, right: 1.6, bottom: -0.6, top: 1.6 } : setup.window}
            ticks={isLast ? [0, 1] : setup.ticks}
            axes={[sources[0]!, sources[1] ?? '']}
            label={label('ownPlane')}
            limits={{ ...limits, step: 0.05 }}
            onDrag={held || count < 2 ? undefined : (next) => onChange(next, `line-${name}`)}
            ways={{ slide: true, turn: locked === null }}
            marks={marks}
          >
            {!isLast && setup.box
              ? (at) => {
                  const box = setup.box!;
                  const corner = at({ x: box.left, y: box.top });
                  const far = at({ x: box.right, y: box.bottom });
                  return (
                    <rect
                      x={corner.x}
                      y={corner.y}
                      width={far.x - corner.x}
                      height={far.y - corner.y}
                      fill="none"
                      stroke="var(--accent)"
                      strokeWidth="2.5"
                      strokeDasharray="6 4"
                    />
                  );
                }
              : undefined}
          </Plane>
        </div>
      )}
      {count === 3 && !isLast && (
        <div className="mx-auto w-full max-w-[14rem]">
          <Cube
            perceptron={unit}
            levels={[0, 1]}
            rows={cases.map((row) => ({
              label: row.inputs.join(''),
              sum: row.sum,
              bit: row.output,
              wrong: false,
            }))}
            selected={null}
            onSelect={() => undefined}
            label={label('ownCube')}
          />
        </div>
      )}
      {(count > 3 || (count === 3 && isLast)) && (
        <SumLine
          rows={cases.map((row) => ({
            label: row.inputs.join(''),
            sum: row.sum,
            bit: row.wanted ?? row.output,
            wrong: row.wanted !== null && row.wanted !== row.output,
          }))}
          selected={-1}
          onSelect={() => undefined}
          threshold={unit.threshold}
          onThreshold={
            held
              ? undefined
              : (value) =>
                  onChange(
                    {
                      ...unit,
                      threshold:
                        Math.round(Math.max(-limits.threshold, Math.min(limits.threshold, value)) * 20) / 20 +
                        0,
                    },
                    `threshold-${name}`,
                  )
          }
        />
      )}
      <div className={count > 2 ? 'grid gap-x-4 @min-[26rem]/inspector:grid-cols-2' : 'grid'}>
        {unit.weights.map((weight, i) => (
          <ParameterRow
            key={sources[i]}
            sign={isLast ? sources[i]! : numbered('w', i)}
            label={t('weightOf', { from: sources[i]!, unit: name })}
            fieldLabel={t('exactWeight', { from: sources[i]!, unit: name })}
            value={weight}
            onChange={(value) =>
              onChange(
                { ...unit, weights: unit.weights.map((old, j) => (j === i ? value : old)) },
                `weight-${name}-${i}`,
              )
            }
            most={limits.weight}
            step={limits.step}
            locked={locked === i ? lockedWords : undefined}
          />
        ))}
        <ParameterRow
          sign="θ"
          label={t('thresholdOf', { unit: name })}
          fieldLabel={t('exactThreshold', { unit: name })}
          value={unit.threshold}
          onChange={(threshold) => onChange({ ...unit, threshold }, `threshold-${name}`)}
          most={limits.threshold}
          step={limits.step}
        />
      </div>
      {cases.length > 0 && !setup.box && (
        <UnitTable
          cases={cases}
          sources={sources}
          caption={t('table.own', { name })}
          threshold={writeNumber(unit.threshold)}
        />
      )}
    </section>
  );
}
