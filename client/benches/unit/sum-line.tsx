'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { writeNumber } from '@/client/benches/numbers/number-text';
import { followPointer } from '@/client/charts/svg-drag';
import { holdTouch } from '@/client/pointers/follow';
import type { Bit } from '@/engine/perceptron/perceptron';
import { PointMark } from './point-mark';
import { lineReach, stackSums } from './sum-stacks';

export interface SumRow {
  /** The bits in a row, such as 01. */
  label: string;
  sum: number;
  /** What the mark shows: the wanted answer, or the given one where nothing is wanted. */
  bit: Bit;
  wrong: boolean;
}

interface Props {
  rows: readonly SumRow[];
  selected: number;
  onSelect(row: number): void;
  threshold: number;
  /** Undefined: θ is given and does not move. */
  onThreshold?: ((value: number) => void) | undefined;
}

const SIZE = { width: 470, height: 128 };
const PAD = 22;
const AXIS = 96;

/** All rows' sums on one line, and θ: what lies at or right of it is answered 1. θ can be dragged. */
export function SumLine({ rows, selected, onSelect, threshold, onThreshold }: Props) {
  const t = useTranslations('perceptron');
  // While θ is dragged the scale holds still, or the line would run away under the finger.
  const held = useRef<number | null>(null);
  const reach = held.current ?? lineReach([...rows.map(({ sum }) => sum), threshold]);
  const scale = (SIZE.width / 2 - PAD) / reach;
  const x = (value: number) => SIZE.width / 2 + value * scale;
  const small = rows.length > 8;
  const r = small ? 5.6 : 11;
  const stacks = stackSums(rows.map(({ sum }) => sum));
  const tick = reach <= 4 ? 1 : reach <= 8 ? 2 : reach <= 16 ? 4 : 8;
  const ticks: number[] = [];
  for (let value = -Math.floor(reach / tick) * tick; value <= reach; value += tick) ticks.push(value);
  const at = x(Math.max(-reach, Math.min(reach, threshold)));
  return (
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={t('sums.now', {
        threshold: writeNumber(threshold),
        above:
          rows
            .filter(({ sum }) => sum >= threshold)
            .map(({ label }) => label)
            .join(', ') || t('none'),
        below:
          rows
            .filter(({ sum }) => sum < threshold)
            .map(({ label }) => label)
            .join(', ') || t('none'),
      })}
      className="block w-full select-none"
      fontFamily="var(--font-stack-display)"
    >
      <rect x="0" y="10" width={at} height={AXIS - 10} fill="var(--negative-soft)" opacity="0.6" />
      <rect x={at} y="10" width={SIZE.width - at} height={AXIS - 10} fill="var(--positive-soft)" />
      <text x="8" y="27" fontSize="13" fill="var(--negative)" fontWeight="600">
        {t('sums.below')}
      </text>
      <text x={SIZE.width - 8} y="27" fontSize="13" textAnchor="end" fill="var(--positive)" fontWeight="600">
        {t('sums.above')}
      </text>
      <path d={`M0 ${AXIS}H${SIZE.width}`} stroke="var(--ink)" strokeWidth="1.5" />
      {ticks.map((value) => (
        <g key={value}>
          <path d={`M${x(value)} ${AXIS}v5`} stroke="var(--ink)" strokeWidth="1.25" />
          <text
            x={x(value)}
            y={AXIS + 19}
            textAnchor="middle"
            fontSize="13"
            fill="var(--ink-soft)"
            className="tabular"
          >
            {writeNumber(value)}
          </text>
        </g>
      ))}
      <path d={`M${at} 6V${AXIS}`} stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
      {rows.map((row, i) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table's rows do the same by keyboard.
        <g key={row.label} onClick={() => onSelect(i)} className="cursor-pointer">
          <PointMark
            x={x(row.sum)}
            y={AXIS - r - 4 - stacks[i]! * (2 * r + 2)}
            r={r}
            bit={row.bit}
            wrong={row.wrong}
            selected={i === selected}
            label={small ? undefined : row.label}
          />
        </g>
      ))}
      <g
        ref={onThreshold ? holdTouch : undefined}
        className={onThreshold ? 'cursor-ew-resize' : undefined}
        onPointerDown={(event) => {
          if (!onThreshold) return;
          followPointer(event, {
            onMove: (place) => {
              held.current = reach;
              onThreshold((place.x - SIZE.width / 2) / scale);
            },
            onUndo: () => onThreshold(threshold),
            onEnd: () => {
              held.current = null;
            },
          });
        }}
      >
        <rect x={at - 18} y="0" width="36" height={SIZE.height} fill="transparent" />
        <g transform={`translate(${at} ${AXIS + 12})`}>
          <rect x="-16" y="-12" width="32" height="26" rx="7" fill="var(--accent)" />
          <text y="6" textAnchor="middle" fontSize="16" fontWeight="700" fill="var(--on-accent)">
            θ
          </text>
        </g>
      </g>
    </svg>
  );
}
