'use client';

import { useTranslations } from 'use-intl';
import { writeNumber } from '@/client/benches/numbers/number-text';
import { Cube } from '@/client/benches/unit/cube';
import type { DragLimits } from '@/client/benches/unit/line-drag';
import { Plane } from '@/client/benches/unit/plane';
import type { SumRow } from '@/client/benches/unit/sum-line';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import type { Locks } from './locks';

interface Props {
  perceptron: Perceptron;
  onDrag?: ((next: Perceptron) => void) | undefined;
  locks: Locks;
  levels: readonly [off: number, on: number];
  rows: readonly SumRow[];
  selected: number;
  onSelect(row: number): void;
  limits: DragLimits;
}

/** All rows as places: on a plane for two inputs, on a cube for three, on two cubes for four. One input needs none. */
export function InputPicture(props: Props) {
  const { perceptron, onDrag, locks, levels, rows, selected, onSelect, limits } = props;
  const t = useTranslations('perceptron');
  const [off, on] = levels;
  const { weights, threshold } = perceptron;
  const above = rows.filter(({ sum }) => sum >= threshold).map(({ label }) => label);
  const wrong = rows.filter((row) => row.wrong).length;
  const said = { above: above.join(', ') || t('none'), wrong };

  if (weights.length === 2) {
    const pad = (on - off) * 0.6;
    return (
      <div className="mx-auto w-full max-w-[19rem]">
        <Plane
          perceptron={perceptron}
          window={{ left: off - pad, right: on + pad, bottom: off - pad, top: on + pad }}
          ticks={[off, on]}
          label={t('plane.now', {
            ...said,
            line: `${writeNumber(weights[0]!)}·x₁ + ${writeNumber(weights[1]!)}·x₂ = ${writeNumber(threshold)}`,
          })}
          limits={{ ...limits, step: 0.05 }}
          onDrag={onDrag}
          ways={{ slide: !locks.threshold, turn: !locks.threshold && locks.weight === null }}
          onSelect={(key) => onSelect(Number(key))}
          marks={rows.map((row, i) => ({
            key: String(i),
            x: row.label[0] === '1' ? on : off,
            y: row.label[1] === '1' ? on : off,
            bit: row.bit,
            wrong: row.wrong,
            selected: i === selected,
          }))}
        />
      </div>
    );
  }
  if (weights.length === 3) {
    return (
      <div className="mx-auto w-full max-w-[19rem]">
        <Cube
          perceptron={perceptron}
          levels={levels}
          rows={rows}
          selected={selected}
          onSelect={onSelect}
          label={t('cube.now', said)}
        />
      </div>
    );
  }
  if (weights.length === 4) {
    const halves = [0, 1] as const;
    return (
      <div className="grid grid-cols-2 gap-2">
        {halves.map((bit) => {
          const indices = rows.flatMap(({ label }, i) => (label[3] === String(bit) ? [i] : []));
          return (
            <Cube
              key={bit}
              perceptron={{
                weights: weights.slice(0, 3),
                threshold: threshold - weights[3]! * levels[bit]!,
              }}
              levels={levels}
              rows={indices.map((i) => rows[i]!)}
              selected={indices.indexOf(selected)}
              onSelect={(row) => onSelect(indices[row]!)}
              label={t('cube.now', {
                above:
                  indices
                    .filter((i) => rows[i]!.sum >= threshold)
                    .map((i) => rows[i]!.label)
                    .join(', ') || t('none'),
                wrong: indices.filter((i) => rows[i]!.wrong).length,
              })}
              caption={`x₄ = ${writeNumber(levels[bit]!)}`}
            />
          );
        })}
      </div>
    );
  }
  return null;
}
