'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useWalk } from '@/client/benches/walk/use-walk';
import { WalkBar } from '@/client/benches/walk/walk-bar';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { LOSS_GOAL } from '@/engine/challenges/loss-task';
import type { CoursePoint } from '@/engine/dense/training-course';
import { LOSS_CHOICES } from '@/protocol/challenges/loss';
import { CourseChart } from './course-chart';
import { CourseFailure } from './course-failure';
import { LOSS_LOOKS } from './loss-colours';
import {
  axisEnd,
  dealRace,
  measured,
  RACE_RATES,
  RACE_SPEEDS,
  RACE_STARTS,
  RACE_STEPS,
  type RaceWork,
  racePlans,
  raceShape,
  reachedAt,
  verdict,
} from './race';
import { RaceLane } from './race-lane';
import { useCourses } from './use-courses';

/** Lesson 6: the same network trained twice from the same start, one with each loss. */
export default function LossRace({ options, place }: BenchProps<'loss-race'>) {
  const t = useTranslations('loss');
  const numbers = useNumbers();
  const [work, keep] = useKept<RaceWork>(
    place,
    'race',
    { start: options.start, rate: '3', speed: 'normal', measure: 'own', taken: 0 },
    raceShape,
  );
  const { start, rate, speed, measure } = work;
  const task = useMemo(() => dealRace(place.seed), [place.seed]);
  const plans = useMemo(() => racePlans(task, start, Number(rate)), [task, start, rate]);
  const { logs, ready, failed, retry } = useCourses(plans, RACE_STEPS);
  const walk = useWalk({
    taken: work.taken,
    most: RACE_STEPS,
    ready,
    perSecond: RACE_SPEEDS[speed],
    held: place.held !== null || failed,
    keep: (taken) => keep({ ...work, taken }),
  });
  const { running } = walk;
  const starting = ready < 0;
  // After a reload the worker first has to come to where the race stood.
  const taken = starting ? walk.taken : Math.min(walk.taken, ready);
  const now = logs.map((log) => log.at(taken));
  const first = logs.map((log) => log.at(0));
  const reached = logs.map((log) => reachedAt(log, taken));
  const result = verdict(reached, taken, taken >= RACE_STEPS);

  useFacts<'loss-race'>(place, {
    ...{ start, speed, running, taken },
    decided: !starting && taken > 0 && result !== null,
  });

  const name = (i: number) => t(`name.${LOSS_CHOICES[i]!}`);
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
            accuracy: numbers.percent(now[1 - winner]?.accuracy ?? null, 0),
            now: taken,
          });

  const waitingWords = failed
    ? null
    : starting
      ? t('worker.starting')
      : t(taken === 0 ? `race.before.${start}` : taken < RACE_STEPS ? 'race.open' : 'race.neither');

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
  const end = axisEnd(walk.taken);
  const lines = (of: (point: CoursePoint, i: number) => number) =>
    starting
      ? []
      : logs.map((log, i) => ({
          key: LOSS_CHOICES[i]!,
          name: name(i),
          ...LOSS_LOOKS[LOSS_CHOICES[i]!],
          taken,
          at: (step: number) => of(log.at(step)!, i),
        }));
  const measuredNow = (i: number) => {
    const [point, begin] = [now[i], first[i]];
    return point && begin ? measured(point, begin, measure) : null;
  };
  const most = measure === 'own' ? 1 : Math.max(0.5, ...first.map((point) => point?.squaredError ?? 0));

  return (
    <BenchFrame label={t('label.race')} held={place.held}>
      {failed && <CourseFailure onRetry={retry} />}
      <div
        data-testid="run-status"
        data-state={
          starting
            ? failed
              ? 'failed'
              : 'starting'
            : running
              ? 'training'
              : taken >= RACE_STEPS
                ? 'finished'
                : taken > 0
                  ? 'paused'
                  : 'ready'
        }
        data-step={starting ? '' : taken}
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
      <fieldset
        disabled={failed}
        aria-label={t('race.bar')}
        className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2"
      >
        <WalkBar walk={walk} runLabel={t('bar.train')} />
        <p className="tabular text-sm text-ink-soft">{t('race.at', { step: taken, steps: RACE_STEPS })}</p>
      </fieldset>
      <div className="@container">
        <div className="grid gap-x-6 gap-y-4 @min-[44rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
          <div className="grid min-w-0 grid-cols-2 content-start gap-x-4 gap-y-3">
            {LOSS_CHOICES.map((loss, i) => (
              <RaceLane
                key={loss}
                task={task}
                loss={loss}
                point={now[i] ?? null}
                reached={reached[i] ?? null}
                won={winner === i}
              />
            ))}
            <p className="col-span-2 min-h-18 text-sm" data-testid="race-outcome">
              {outcome === null ? (
                <span className="text-ink-soft">{waitingWords}</span>
              ) : (
                <strong>{broken(outcome)}</strong>
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
                aValue: numbers.decimal(measuredNow(0), 2),
                b: name(1),
                bValue: numbers.decimal(measuredNow(1), 2),
              })}
              lines={lines((point, i) => measured(point, first[i]!, measure))}
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
                aValue: numbers.percent(now[0]?.accuracy ?? null, 0),
                b: name(1),
                bValue: numbers.percent(now[1]?.accuracy ?? null, 0),
              })}
              lines={lines(({ accuracy }) => accuracy)}
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
