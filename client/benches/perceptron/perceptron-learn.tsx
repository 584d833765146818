'use client';

import { ChevronsRight, Pause, Play, RotateCcw, Shuffle, StepBack, StepForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { integer, object, oneOf, type Shape } from '@/base/shape';
import { BAR_BUTTON, BAR_ROW } from '@/client/benches/frame/bar-classes';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useReached } from '@/client/benches/frame/use-reached';
import { Plane } from '@/client/benches/unit/plane';
import { Button } from '@/client/ui/button';
import { IconButton } from '@/client/ui/icon-button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { mistakeBound } from '@/engine/perceptron/learning-rule';
import { output } from '@/engine/perceptron/perceptron';
import { LearnOutcome } from './learn-outcome';
import {
  dealtPoints,
  examplesOfSet,
  examplesRight,
  mistakesByRound,
  POINT_SETS,
  type PointSetName,
  perceptronAt,
  traceOf,
} from './learning-trace';
import { RoundBars } from './round-bars';
import { StepTrace } from './step-trace';

const RATES = ['0.1', '0.5', '1', '2'] as const;

interface Work {
  points: PointSetName;
  rate: (typeof RATES)[number];
  /** Steps taken. */
  taken: number;
  /** How often new points were asked for. */
  draw: number;
}

const count = integer(0, 999_999);
export const learnShape: Shape<Work> = object({
  points: oneOf(POINT_SETS),
  rate: oneOf(RATES),
  taken: count,
  draw: count,
});

/** Lesson 2: the perceptron rule, one example at a time, with every number that it looks at. */
export default function PerceptronLearn({ options, place }: BenchProps<'perceptron-learn'>) {
  const t = useTranslations('perceptron');
  const [work, keep] = useKept<Work>(
    place,
    'learn',
    { points: options.points, rate: '1', taken: 0, draw: 0 },
    learnShape,
  );
  const { points, draw } = work;
  const rate = Number(work.rate);
  const trace = useMemo(
    () => traceOf(examplesOfSet(points, place.seed, draw), rate),
    [points, place.seed, draw, rate],
  );
  const bound = useMemo(() => {
    if (points !== 'separable') return null;
    const { separating, examples } = dealtPoints(place.seed, draw);
    return Math.floor(mistakeBound(separating, examples));
  }, [points, place.seed, draw]);
  const count = trace.steps.length;
  const taken = Math.min(work.taken, count);
  const done = taken === count;
  const [running, setRunning] = useState(false);
  const runs = running && !done && place.held === null;

  const step = taken > 0 ? trace.steps[taken - 1]! : null;
  const perceptron = perceptronAt(trace, taken);
  const rounds = mistakesByRound(trace, taken);
  const right = examplesRight(perceptron, trace.examples);
  // No line tells apart XOR: seeing the rule go round in circles is what there is to reach.
  useReached(
    place,
    points === 'xor' ? 'run' : 'points',
    points === 'xor' ? Number(done) : taken === 0 ? 0 : right,
    points === 'xor' ? 1 : trace.examples.length,
  );
  useFacts<'perceptron-learn'>(place, {
    points,
    corrected: step !== null && step.error !== 0,
    outcome: done ? trace.ending.outcome : '',
  });
  const small = points === 'separable';

  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(() => keep({ ...work, taken: taken + 1 }), small ? 130 : 420);
    return () => clearTimeout(timer);
  }, [runs, work, taken, keep, small]);

  const { announce } = place;
  const { outcome } = trace.ending;
  useEffect(() => {
    if (!done || !running) return;
    setRunning(false);
    announce(
      t(`learn.outcome.${outcome}`, {
        mistakes: trace.ending.mistakes,
        rounds: trace.ending.rounds,
        again: trace.ending.rounds + 1,
        first: trace.ending.outcome === 'cycle' ? trace.ending.since + 1 : 0,
      }),
    );
  }, [done, running, announce, t, outcome, trace]);

  const begin = (next: Partial<Work>) => {
    setRunning(false);
    keep({ ...work, taken: 0, ...next });
  };
  const go = (to: number) => {
    setRunning(false);
    keep({ ...work, taken: Math.max(0, Math.min(count, to)) });
  };
  const window = small
    ? { left: -1.15, right: 1.15, bottom: -1.15, top: 1.15 }
    : { left: -0.6, right: 1.6, bottom: -0.6, top: 1.6 };

  return (
    <BenchFrame label={t('learn.label')} held={place.held}>
      <div
        data-testid="run-status"
        data-state={
          runs
            ? 'training'
            : done
              ? outcome === 'converged'
                ? 'finished'
                : 'stuck'
              : taken > 0
                ? 'paused'
                : 'ready'
        }
        data-outcome={done ? outcome : undefined}
        data-step={taken}
        data-accuracy={right / trace.examples.length}
        className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2"
      >
        <SegmentedControl
          label={t('learn.data')}
          labelVisible
          value={points}
          onChange={(next) => begin({ points: next })}
          segments={POINT_SETS.map((value) => ({ value, label: t(`learn.points.${value}`) }))}
        />
        <SegmentedControl
          label={t('learn.rate')}
          labelVisible
          value={work.rate}
          onChange={(next) => begin({ rate: next })}
          segments={RATES.map((value) => ({ value, label: value }))}
        />
        <Button
          size="sm"
          icon={<Shuffle aria-hidden="true" />}
          onClick={() => begin({ draw: draw + 1 })}
          className={small ? 'mb-0.5' : 'invisible mb-0.5'}
        >
          {t('learn.newPoints')}
        </Button>
      </div>
      <div className="@container">
        <div className="grid items-start gap-x-6 gap-y-4 @min-[44rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
          <div className="flex min-w-0 flex-col gap-2">
            <div className="mx-auto w-full max-w-[21rem]">
              <Plane
                perceptron={perceptron}
                window={window}
                ticks={small ? [-0.5, 0, 0.5] : [0, 1]}
                label={t('learn.plane', { right, all: trace.examples.length })}
                limits={{ weight: 0, threshold: 0, step: 1 }}
                ghost={step && step.error !== 0 ? step.before : null}
                marks={trace.examples.map(({ inputs, target }, i) => ({
                  key: `${draw} ${i}`,
                  x: inputs[0]!,
                  y: inputs[1]!,
                  bit: target,
                  wrong: output(perceptron, inputs) !== target,
                  selected: step?.example === i,
                  r: small ? 7.5 : 13,
                  label: small ? undefined : String(target),
                }))}
              />
            </div>
            <p className="tabular text-center text-sm font-semibold">
              {t('learn.rightNow', { right, all: trace.examples.length })}
            </p>
            <RoundBars rounds={rounds} most={trace.examples.length} />
            <LearnOutcome
              trace={trace}
              done={done}
              mistakes={rounds.reduce((sum, n) => sum + n, 0)}
              bound={bound}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <div className={BAR_ROW}>
              {runs ? (
                <Button
                  look="primary"
                  className={BAR_BUTTON}
                  icon={<Pause aria-hidden="true" />}
                  onClick={() => setRunning(false)}
                >
                  {t('learn.pause')}
                </Button>
              ) : (
                <Button
                  look="primary"
                  className={BAR_BUTTON}
                  icon={<Play aria-hidden="true" />}
                  onClick={() => {
                    if (done) keep({ ...work, taken: 0 });
                    setRunning(true);
                  }}
                >
                  {t('learn.train')}
                </Button>
              )}
              <Button
                className={BAR_BUTTON}
                icon={<StepForward aria-hidden="true" />}
                disabled={done}
                onClick={() => go(taken + 1)}
              >
                {t('learn.step')}
              </Button>
              <IconButton
                className={BAR_BUTTON}
                label={t('learn.back')}
                icon={<StepBack aria-hidden="true" />}
                disabled={taken === 0}
                onClick={() => go(taken - 1)}
              />
              <IconButton
                className={BAR_BUTTON}
                label={t('learn.toEnd')}
                icon={<ChevronsRight aria-hidden="true" />}
                disabled={done}
                onClick={() => go(count)}
              />
              <IconButton
                className={BAR_BUTTON}
                label={t('learn.reset')}
                icon={<RotateCcw aria-hidden="true" />}
                disabled={taken === 0}
                onClick={() => go(0)}
              />
            </div>
            <div>
              <p className="tabular text-sm text-ink-soft">
                {t('learn.at', { step: taken, steps: count, round: Math.max(1, rounds.length) })}
              </p>
              <input
                type="range"
                className="slider"
                aria-label={t('learn.position')}
                min={0}
                max={count}
                value={taken}
                onChange={(event) => go(event.target.valueAsNumber)}
                style={{ '--share': count === 0 ? 0 : taken / count }}
              />
            </div>
            <StepTrace step={step} rate={rate} />
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}
