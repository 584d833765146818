'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { useWalk } from '@/client/benches/walk/use-walk';
import { WalkBar } from '@/client/benches/walk/walk-bar';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { BenchProps } from '@/client/lesson/bench-place';
import { useKept } from '@/client/lesson/use-kept';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { LOSS_GOAL } from '@/engine/challenges/loss';
import { CourseChart } from './course-chart';
import { LOSS_LOOKS } from './loss-colours';
import {
  acceptRace,
  axisEnd,
  dealRace,
  learners,
  measured,
  RACE_RATES,
  RACE_SPEEDS,
  RACE_STARTS,
  RACE_STEPS,
  type RaceWork,
  reachedAt,
  verdict,
} from './race';
import { RaceLane } from './race-lane';

/** Lesson 6: the same network trained twice from the same start, one with each loss. */
export default function LossRace({ options, place }: BenchProps<'loss-race'>) {
  const t = useTranslations('loss');
  const numbers = useNumbers();
  const [work, keep] = useKept<RaceWork>(
    place,
    'race',
    { start: options.start, rate: '3', speed: 'normal', measure: 'own', taken: 0 },
    acceptRace,
  );
  const { start, rate, speed, measure } = work;
  const task = useMemo(() => dealRace(place.seed), [place.seed]);
  const pair = useMemo(() => learners(task, start, Number(rate)), [task, start, rate]);
  const walk = useWalk({
    taken: work.taken,
    most: RACE_STEPS,
    perSecond: RACE_SPEEDS[speed],
    held: place.held !== null,
    keep: (taken) => keep({ ...work, taken }),
  });
  const { taken, running } = walk;
  const now = pair.map(({ course }) => course.at(taken));
  const first = pair.map(({ course }) => course.at(0));
  const reached = pair.map(({ course }) => reachedAt(course, taken));
  const result = verdict(reached, taken, taken >= RACE_STEPS);

  const name = (i: number) => t(`name.${pair[i]!.loss}`);
  const winner = result === 0 || result === 1 ? result : null;
  const outcome =
    result === null
      ? null
      : winner === null
        ? t('race.same')
        : t('race.won', {
            winner: name(winner),
            step: reached[winner]!,
            other: name(1 - winner),
            otherStep: reached[1 - winner] ?? -1,
            accuracy: numbers.percent(now[1 - winner]!.accuracy, 0),
            now: taken,
          });

  const { announce, cameTrue } = place;
  const told = useRef<string | null>(null);
  useEffect(() => {
    const key = result === null ? null : `${start} ${rate} ${result}`;
    if (key === told.current) return;
    told.current = key;
    if (result === null || outcome === null || taken === 0) return;
    announce(outcome);
    if (start === options.start) cameTrue(result);
  }, [result, outcome, start, rate, taken, options.start, announce, cameTrue]);

  const begin = (next: Partial<RaceWork>) => {
    walk.pause();
    keep({ ...work, taken: 0, ...next });
  };
  const end = axisEnd(taken);
  const line = (i: number, at: (step: number) => number) => ({
    key: pair[i]!.loss,
    name: name(i),
    ...LOSS_LOOKS[pair[i]!.loss],
    taken,
    at,
  });
  const most = measure === 'own' ? 1 : Math.max(0.5, ...first.map((point) => point.squaredError));

  return (
    <BenchFrame label={t('label.race')} held={place.held}>
      <div
        data-testid="run-status"
        data-state={running ? 'training' : taken >= RACE_STEPS ? 'finished' : taken > 0 ? 'paused' : 'ready'}
        data-step={taken}
        data-verdict={result ?? ''}
        className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2"
      >
        <SegmentedControl
          label={t('race.start')}
          labelVisible
          value={start}
          onChange={(next) => begin({ start: next })}
          segments={RACE_STARTS.map((value) => ({ value, label: t(`start.${value}`) }))}
        />
        <SegmentedControl
          label={t('rate')}
          labelVisible
          value={rate}
          onChange={(next) => begin({ rate: next })}
          segments={RACE_RATES.map((value) => ({ value, label: value }))}
        />
        <SegmentedControl
          label={t('race.speed')}
          labelVisible
          value={speed}
          onChange={(next) => keep({ ...work, taken, speed: next })}
          segments={(Object.keys(RACE_SPEEDS) as RaceWork['speed'][]).map((value) => ({
            value,
            label: t(`race.speeds.${value}`),
          }))}
        />
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <WalkBar walk={walk} runLabel={t('bar.train')} />
        <p className="tabular text-sm text-ink-soft">{t('race.at', { step: taken, steps: RACE_STEPS })}</p>
      </div>
      <div className="@container">
        <div className="grid gap-x-6 gap-y-4 @min-[44rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
          <div className="grid min-w-0 grid-cols-2 content-start gap-x-4 gap-y-3">
            {pair.map(({ loss }, i) => (
              <RaceLane
                key={loss}
                task={task}
                loss={loss}
                point={now[i]!}
                reached={reached[i]!}
                won={winner === i}
              />
            ))}
            <p className="col-span-2 min-h-18 text-sm" data-testid="race-outcome">
              {outcome === null ? (
                <span className="text-ink-soft">
                  {t(
                    taken === 0 ? `race.before.${start}` : taken < RACE_STEPS ? 'race.open' : 'race.neither',
                  )}
                </span>
              ) : (
                <strong>{outcome}</strong>
              )}
            </p>
          </div>
          <div className="flex min-w-0 flex-col gap-2">
            <SegmentedControl
              label={t('race.measure')}
              value={measure}
              onChange={(next) => keep({ ...work, taken, measure: next })}
              segments={[
                { value: 'own', label: t('race.own') },
                { value: 'squared', label: t('race.squared') },
              ]}
            />
            <CourseChart
              title={t(`race.lossTitle.${measure}`)}
              label={t('race.lossNow', {
                step: taken,
                a: name(0),
                aValue: numbers.decimal(measured(now[0]!, first[0]!, measure), 2),
                b: name(1),
                bValue: numbers.decimal(measured(now[1]!, first[1]!, measure), 2),
              })}
              lines={pair.map(({ course }, i) =>
                line(i, (step) => measured(course.at(step), first[i]!, measure)),
              )}
              end={end}
              most={most}
              percent={measure === 'own'}
              height={156}
            />
            <CourseChart
              title={t('race.accuracy')}
              label={t('race.accuracyNow', {
                step: taken,
                a: name(0),
                aValue: numbers.percent(now[0]!.accuracy, 0),
                b: name(1),
                bValue: numbers.percent(now[1]!.accuracy, 0),
              })}
              lines={pair.map(({ course }, i) => line(i, (step) => course.at(step).accuracy))}
              end={end}
              most={1}
              percent
              height={184}
              axis={t('step')}
              goal={{ value: LOSS_GOAL, name: numbers.percent(LOSS_GOAL, 0) }}
            />
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}
