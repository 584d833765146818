'use client';

import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { number, object, oneOf, type Shape } from '@/base/shape';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { ExactNumber } from '@/client/benches/numbers/exact-number';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { Button } from '@/client/ui/button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { compareLosses, MOST_SUM, situationOf, sumOf } from './compare-losses';
import { LOSS_LOOKS } from './loss-colours';
import { type LossCurve, LossPlot } from './loss-plot';
import { LossTable } from './loss-table';

interface Work {
  /** Sum before the sigmoid. */
  z: number;
  wanted: 0 | 1;
}
/** Of the output, as far as its sum reaches: beyond it the sigmoid is 0 or 1 to the eye. */
const LEAST_OUTPUT = 0.001;
const START: Work = { z: 1.2, wanted: 0 };

export const oneOutputShape: Shape<Work> = object({ z: number(-MOST_SUM, MOST_SUM), wanted: oneOf([0, 1]) });

/** One sigmoid unit: its output dragged, both losses and their slopes beside each other. */
export function OneOutput({ place }: { place: BenchPlace }) {
  const t = useTranslations('loss');
  const [work, keep] = useKept(place, 'one-output', START, oneOutputShape);
  const { z, wanted } = work;
  const now = compareLosses(z, wanted);
  const situation = situationOf(now.y, wanted);
  useFacts<'loss-curves'>(place, { wanted, y: now.y });
  const held = place.held !== null;
  const move = (sum: number) => keep({ ...work, z: Math.min(MOST_SUM, Math.max(-MOST_SUM, sum)) });

  // Read out where it comes to rest, not every place on the way.
  const { announce } = place;
  const said = useRef(`${z} ${wanted}`);
  useEffect(() => {
    if (said.current === `${z} ${wanted}`) return;
    const timer = setTimeout(() => {
      said.current = `${z} ${wanted}`;
      announce(t('one.said', { y: writeFixed(now.y, 3), times: writeFixed(now.times, 1) }));
    }, 700);
    return () => clearTimeout(timer);
  }, [z, wanted, announce, t, now.y, now.times]);

  const side = wanted === 0 ? 1 : -1;
  const curve = (
    id: 'squared' | 'cross',
    slope: 'byOutput' | 'bySum',
    sumAt: (x: number) => number,
    name: LossCurve['nameAt'],
  ): LossCurve => {
    const loss = id === 'squared' ? 'squared-error' : 'binary-cross-entropy';
    return {
      id,
      name: t(`name.${loss}`),
      ...LOSS_LOOKS[loss],
      of: (x) => compareLosses(sumAt(x), wanted)[id].loss,
      slope: (x) => compareLosses(sumAt(x), wanted)[id][slope],
      nameAt: name,
    };
  };
  const anchor = side === 1 ? 'end' : 'start';
  const byOutput = [
    curve('squared', 'byOutput', sumOf, { x: wanted === 0 ? 0.985 : 0.015, anchor, down: 22 }),
    curve('cross', 'byOutput', sumOf, { x: wanted === 0 ? 0.93 : 0.07, anchor, down: -4 }),
  ];
  const same = (sum: number) => sum;
  const bySum = [
    curve('squared', 'bySum', same, { x: side * 6.8, anchor, down: -9 }),
    curve('cross', 'bySum', same, { x: side * 4.6, anchor, down: -6 }),
  ];
  const values = {
    y: writeFixed(now.y, 3),
    z: writeFixed(z, 2),
    wanted,
    squared: writeFixed(now.squared.loss, 3),
    cross: writeFixed(now.cross.loss, 3),
  };

  return (
    <div data-testid="loss-now" data-y={now.y} data-wanted={wanted} data-times={now.times}>
      <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-3">
        <SegmentedControl
          label={t('one.wanted')}
          labelVisible
          value={String(wanted) as '0' | '1'}
          onChange={(next) => keep({ ...work, wanted: next === '1' ? 1 : 0 })}
          segments={[
            { value: '0', label: '0' },
            { value: '1', label: '1' },
          ]}
        />
        <div className="min-w-0 flex-1 basis-72">
          <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
            <span className="inline-flex items-center gap-2">
              <span className="font-display">z =</span>
              <ExactNumber
                label={t('one.sum')}
                value={z}
                onChange={move}
                least={-MOST_SUM}
                most={MOST_SUM}
                step={0.1}
                write={(value) => writeFixed(value, 2)}
                disabled={held}
              />
            </span>
            <span aria-hidden="true">→</span>
            <span>{t('one.sigmoid')}</span>
            <span className="inline-flex items-center gap-2">
              <span aria-hidden="true">→</span>
              <span className="font-display">y =</span>
              <ExactNumber
                label={t('one.output')}
                value={now.y}
                onChange={(y) => move(sumOf(y))}
                least={LEAST_OUTPUT}
                most={1 - LEAST_OUTPUT}
                step={0.01}
                write={(value) => writeFixed(value, 4)}
                disabled={held}
              />
            </span>
          </p>
          <input
            type="range"
            className="slider"
            aria-label={t('one.sum')}
            aria-valuetext={t('one.sumText', values)}
            min={-MOST_SUM}
            max={MOST_SUM}
            step={0.05}
            value={z}
            disabled={held}
            onChange={(event) => move(event.target.valueAsNumber)}
            style={{ '--share': (z + MOST_SUM) / (2 * MOST_SUM) }}
          />
        </div>
        <Button
          size="sm"
          look="quiet"
          icon={<RotateCcw aria-hidden="true" />}
          onClick={() => keep(START)}
          disabled={z === START.z && wanted === START.wanted}
        >
          {t('reset')}
        </Button>
      </div>
      <div className="@container">
        <div className="grid gap-x-5 gap-y-3 @min-[40rem]:grid-cols-2">
          <LossPlot
            title={t('one.byOutput')}
            axis={t('one.outputAxis')}
            label={t('one.byOutputNow', values)}
            rangeX={[0, 1]}
            rangeY={[0, 5]}
            ticksX={[0, 0.25, 0.5, 0.75, 1]}
            ticksY={[0, 1, 2, 3, 4, 5]}
            curves={byOutput}
            x={now.y}
            onDrag={(y) => move(sumOf(y))}
            onUndo={() => move(z)}
            held={held}
          />
          <LossPlot
            title={t('one.bySum')}
            axis={t('one.sumAxis')}
            label={t('one.bySumNow', {
              ...values,
              squared: writeFixed(now.squared.bySum, 4),
              cross: writeFixed(now.cross.bySum, 4),
            })}
            rangeX={[-MOST_SUM, MOST_SUM]}
            rangeY={[0, 7]}
            ticksX={[-6, -4, -2, 0, 2, 4, 6]}
            ticksY={[0, 1, 2, 3, 4, 5, 6, 7]}
            curves={bySum}
            x={z}
            onDrag={move}
            onUndo={() => move(z)}
            held={held}
          />
        </div>
      </div>
      <LossTable now={now} />
      <p className="mt-2 min-h-12 text-sm">
        <strong>{t('one.times', { times: writeFixed(now.times, 1) })}</strong>{' '}
        <span>{t(`one.situation.${situation}`)}</span>
      </p>
    </div>
  );
}
