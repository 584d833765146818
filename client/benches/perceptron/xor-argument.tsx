'use client';

import { useTranslations } from 'use-intl';
import { writeNumber } from '@/client/benches/numbers/number-text';
import { type Perceptron, weightedSum } from '@/engine/perceptron/perceptron';
import type { PlanePlace } from '@/engine/perceptron/plane';

/** The two diagonals over the plane, and the middle that both have. */
export function Diagonals({ at, words }: { at(place: PlanePlace): PlanePlace; words: string }) {
  const [a, b, c, d] = [at({ x: 0, y: 0 }), at({ x: 1, y: 1 }), at({ x: 0, y: 1 }), at({ x: 1, y: 0 })];
  const middle = at({ x: 0.5, y: 0.5 });
  return (
    <g className="pointer-events-none">
      <path
        d={`M${a.x} ${a.y}L${b.x} ${b.y}`}
        stroke="var(--negative)"
        strokeWidth="6"
        strokeLinecap="round"
        opacity="0.75"
      />
      <path
        d={`M${c.x} ${c.y}L${d.x} ${d.y}`}
        stroke="var(--positive)"
        strokeWidth="6"
        strokeLinecap="round"
        opacity="0.75"
      />
      <circle
        cx={middle.x}
        cy={middle.y}
        r="9"
        fill="var(--surface-raised)"
        stroke="var(--ink)"
        strokeWidth="3"
      />
      <text
        x={middle.x}
        y={middle.y + 28}
        textAnchor="middle"
        fontSize="13"
        fontWeight="600"
        fontFamily="var(--font-stack-text)"
        fill="var(--ink)"
        stroke="var(--surface-raised)"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {words}
      </text>
    </g>
  );
}

/** The proof in sums, with the student's own numbers: two pairs of rows, one total, two wishes that exclude each other. */
export function PairSums({ perceptron }: { perceptron: Perceptron }) {
  const t = useTranslations('perceptron');
  const sum = (a: number, b: number) => weightedSum(perceptron, [a, b]);
  const total = sum(1, 1);
  const twice = 2 * perceptron.threshold;
  const pairs = [
    { key: 'zeros', parts: [sum(0, 0), sum(1, 1)], fits: total < twice, tone: 'text-negative' },
    { key: 'ones', parts: [sum(0, 1), sum(1, 0)], fits: total >= twice, tone: 'text-positive' },
  ] as const;
  return (
    <div>
      <dl className="tabular grid gap-2 text-sm">
        {pairs.map(({ key, parts, fits, tone }) => (
          <div key={key} className="rounded-md border border-line bg-surface-raised px-3 py-2">
            <dt className={`font-semibold ${tone}`}>{t(`xor.pair.${key}`)}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-2">
              <span>
                <span>{`${writeNumber(parts[0])} + ${parts[1] < 0 ? `(${writeNumber(parts[1])})` : writeNumber(parts[1])} =`}</span>{' '}
                <strong className="text-base">{writeNumber(total)}</strong>
              </span>
              <span className="text-ink-soft">
                {t(key === 'zeros' ? 'xor.pair.needBelow' : 'xor.pair.needAbove', {
                  value: writeNumber(twice),
                })}
              </span>
              <span aria-hidden="true" className={fits ? 'font-bold text-ok' : 'font-bold text-danger'}>
                {fits ? '✓' : '✗'}
              </span>
              <span className="sr-only">{fits ? t('table.right') : t('table.wrong')}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm font-semibold">{t('xor.pair.same')}</p>
    </div>
  );
}
