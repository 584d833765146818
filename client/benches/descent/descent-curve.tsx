'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { ExactNumber } from '@/client/benches/numbers/exact-number';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { useWalk } from '@/client/benches/walk/use-walk';
import { WalkBar } from '@/client/benches/walk/walk-bar';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { CURVES } from '@/engine/landscape/curves';
import { CurvePicture } from './curve-picture';
import {
  CURVE_IDS,
  CURVE_RATES,
  CURVE_STARTS,
  CURVE_STEPS,
  type CurveWork,
  curveShape,
  STORIES,
  storyOf,
  toldAt,
  walkCurve,
} from './curve-story';
import { RateField } from './rate-field';
import { writeRate } from './rate-scale';

const PER_SECOND = 5;

/** Lesson 7: one weight, one curve, one ball. Every step is minus the learning rate times the slope. */
export default function DescentCurve({ options, place }: BenchProps<'descent-curve'>) {
  const t = useTranslations('descent');
  const [work, keep] = useKept<CurveWork>(
    place,
    'curve',
    { curve: 'parabola', start: CURVE_STARTS.parabola, rate: options.rate, taken: 0 },
    curveShape,
  );
  const { start, rate } = work;
  const curve = useMemo(() => CURVES[work.curve](), [work.curve]);
  const whole = useMemo(() => walkCurve(curve, start, rate), [curve, start, rate]);
  const held = place.held !== null;
  const walk = useWalk({
    taken: work.taken,
    most: whole.end,
    perSecond: PER_SECOND,
    held,
    keep: (taken) => keep({ ...work, taken }),
  });
  const { taken, running } = walk;
  const point = whole.path[taken]!;
  const slope = point.slope?.a ?? null;
  const story = storyOf(whole);
  const told = taken > 0 && taken >= toldAt(curve, whole);
  const state = point.diverged
    ? 'diverged'
    : whole.arrival !== null && taken > whole.arrival
      ? 'arrived'
      : taken >= CURVE_STEPS
        ? Math.abs(slope ?? 0) < 1e-3
          ? 'stuck'
          : 'not-there'
        : taken === 0
          ? 'ready'
          : 'going';
  // The readout says a slope of 0, and whatever steps follow lead nowhere else.
  const rests = Math.abs(slope ?? 1) < 0.0005 && Math.abs(whole.path.at(-1)!.a - point.a) < 0.005;
  useFacts<'descent-curve'>(place, {
    ...{ curve: work.curve, openingRate: rate === options.rate, told, story },
    arrived: state === 'arrived',
    missed: taken > 0 && state !== 'arrived' && (rests || state === 'stuck' || state === 'not-there'),
  });
  const words =
    state === 'arrived'
      ? t('curve.arrived', { steps: whole.arrival! })
      : state === 'stuck' || state === 'not-there' || state === 'diverged'
        ? t(`outcome.${state}`, { steps: taken })
        : told
          ? t(`story.${story}`)
          : t(taken === 0 ? 'curve.before' : rests ? 'outcome.stuck' : 'curve.going');

  const { announce, cameTrue } = place;
  const said = useRef('');
  useEffect(() => {
    if (!told) return;
    const key = `${work.curve} ${start} ${rate} ${state} ${story}`;
    if (said.current === key) return;
    said.current = key;
    announce(words);
    // The prediction is about the curve and the rate that the step opens with.
    if (work.curve === 'parabola' && rate === options.rate) cameTrue(STORIES.indexOf(story));
  }, [told, work.curve, start, rate, state, story, words, options.rate, announce, cameTrue]);

  const number = (value: number) =>
    Math.abs(value) >= 1000 ? value.toExponential(1).replace('-', '−') : writeFixed(value, 3);
  const setStart = (w: number) => {
    const [from, to] = curve.range;
    keep({ ...work, start: Math.round(100 * Math.min(to, Math.max(from, w))) / 100 + 0, taken: 0 });
  };

  return (
    <BenchFrame label={t('label.curve')} held={place.held}>
      <div
        data-testid="run-status"
        data-state={running ? 'training' : state}
        data-step={taken}
        data-story={told ? story : ''}
        className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2"
      >
        <SegmentedControl
          label={t('curve.curve')}
          labelVisible
          value={work.curve}
          onChange={(next) => {
            walk.pause();
            keep({ ...work, curve: next, start: CURVE_STARTS[next], taken: 0 });
          }}
          segments={CURVE_IDS.map((value) => ({ value, label: t(`curves.${value}`) }))}
        />
        <RateField
          className="flex-1 basis-56"
          label={t('rate')}
          spoken={t('rate')}
          value={rate}
          onChange={(next) => keep({ ...work, taken, rate: next })}
          range={CURVE_RATES}
          held={held}
        />
        <div>
          <p className="mb-1.5 text-sm font-semibold">{t('start')}</p>
          <span className="inline-flex items-center gap-2 text-sm">
            <span aria-hidden="true" className="font-display font-semibold">
              w =
            </span>
            <ExactNumber
              label={t('startOf', { name: 'w' })}
              value={start}
              onChange={setStart}
              least={curve.range[0]}
              most={curve.range[1]}
              step={0.1}
              write={(value) => writeFixed(value, 2)}
              disabled={held}
            />
          </span>
        </div>
      </div>
      <div className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-2">
        <WalkBar walk={walk} runLabel={t('run')} />
        <p className="tabular text-sm text-ink-soft">{t('step', { step: taken })}</p>
      </div>
      <div className="mx-auto w-full max-w-[46rem]">
        <CurvePicture
          curve={curve}
          walk={whole}
          taken={taken}
          rate={rate}
          label={t('curve.now', {
            curve: t(`curves.${work.curve}`),
            step: taken,
            w: number(point.a),
            loss: number(point.loss),
            slope: slope === null ? '–' : number(slope),
          })}
          axes={[t('curve.weight'), 'L']}
          stepName={t('curve.step')}
          held={held}
          onDrag={setStart}
          onUndo={() => keep(work)}
        />
      </div>
      <p
        className="tabular mt-2 min-h-8 rounded-md border border-line bg-surface-raised px-3 py-1.5 text-center text-sm"
        data-testid="step-sum"
      >
        {slope === null ? (
          t('curve.lost')
        ) : (
          <>
            <span>w −</span> <Coloured className="text-accent">{t('curve.rateWord')}</Coloured> <span>×</span>{' '}
            <Coloured className="text-negative">{t('curve.slopeWord')}</Coloured>{' '}
            <span>{`= ${number(point.a)} −`}</span>{' '}
            <Coloured className="text-accent">{writeRate(rate)}</Coloured> <span>×</span>{' '}
            <Coloured className="text-negative">{slope < 0 ? `(${number(slope)})` : number(slope)}</Coloured>{' '}
            <span>=</span> <strong className="text-base">{number(point.a - rate * slope)}</strong>
          </>
        )}
      </p>
      <p className="mt-2 min-h-12 text-sm" data-testid="story">
        {told ? <strong>{words}</strong> : <span className="text-ink-soft">{words}</span>}
      </p>
    </BenchFrame>
  );
}

function Coloured({ className, children }: { className: string; children: React.ReactNode }) {
  return <span className={`font-semibold ${className}`}>{children}</span>;
}
