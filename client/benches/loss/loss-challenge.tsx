'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { BestRun } from '@/client/benches/frame/best-run';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { PartChoice } from '@/client/benches/frame/part-choice';
import { ranked, withTry } from '@/client/benches/frame/tries';
import { TryList } from '@/client/benches/frame/try-list';
import { useHandIn } from '@/client/benches/frame/use-hand-in';
import { useKept } from '@/client/benches/frame/use-kept';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { givenStart, LOSS_GOAL, LOSS_STEPS, lossTask } from '@/engine/challenges/loss-task';
import { LOSS_CHOICES, LOSS_PARTS, RATE_CHOICES, START_CHOICES } from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import { CourseChart } from './course-chart';
import { CourseFailure } from './course-failure';
import { LOSS_LOOKS } from './loss-colours';
import { LossSwatch } from './loss-swatch';
import { byAccuracy, FIRST_WORK, lossKey, lossWorkShape } from './loss-tries';
import { PlanePicture } from './plane-picture';
import { useChallengeRun } from './use-challenge-run';

/** Lesson 6's challenge: 95 % in the fewest steps by choice of loss, start and learning rate. */
export default function LossChallenge({ place }: BenchProps<'loss-challenge'>) {
  const t = useTranslations('loss');
  const numbers = useNumbers();
  const task = useMemo(() => lossTask(place.seed), [place.seed]);
  const [work, keep] = useKept(place, 'challenge', FIRST_WORK, lossWorkShape);
  const { part, tries } = work;
  const settings = work.settings[part];
  const { handIn, busy, refusal, latest, reached } = useHandIn(place);
  const { run, running, failed, past, begin, stop, retry } = useChallengeRun(task, place, (done) => {
    keep({ ...work, tries: withTry(tries, done, lossKey) });
    place.announce(
      done.steps === null
        ? t('challenge.missed', { steps: LOSS_STEPS, accuracy: numbers.percent(done.accuracy, 0) })
        : t('challenge.took', { steps: done.steps }),
    );
  });
  const sorted = ranked(tries, part, byAccuracy);
  const best = sorted[0];
  const bestSteps = best?.steps ?? null;
  const given = givenStart(part);
  const shown = run?.settings.part === part ? run : null;
  const point = shown === null ? null : shown.course.at(shown.taken);

  const change = (next: Partial<LossAnswer>) =>
    keep({ ...work, settings: { ...work.settings, [part]: { ...settings, ...next } } });

  const submit = async () => {
    if (!best || best.steps === null) return;
    const { loss, start, rate } = best;
    const answer: LossAnswer = { part, loss, start, rate };
    const result = await handIn(answer);
    if (result?.ok) place.announce(t('challenge.handedIn', { steps: result.shown.amount }));
  };

  const line = (
    { settings: { loss }, course, taken }: NonNullable<typeof run>,
    key: string,
    faint: boolean,
  ) => ({
    key,
    name: t(`name.${loss}`),
    ...LOSS_LOOKS[loss],
    faint,
    taken: Math.min(taken, LOSS_STEPS),
    at: (step: number) => course.at(step)!.accuracy,
  });
  const lines = [
    ...past
      .filter((one) => one.settings.part === part && one.course.ready >= 0)
      .map((one, i) => line(one, `past ${i}`, true)),
    ...(shown && point ? [line(shown, 'now', false)] : []),
  ];
  const farthest = Math.max(50, ...lines.map((one) => one.taken));
  const accuracy = point?.accuracy ?? null;

  return (
    <>
      <BenchFrame label={t('label.challenge')} held={place.held}>
        {failed && <CourseFailure onRetry={retry} />}
        <div
          data-testid="run-status"
          data-state={failed ? 'failed' : running ? 'training' : shown ? 'finished' : 'ready'}
          data-step={shown?.taken ?? 0}
          data-best={bestSteps ?? ''}
          className="mb-3 flex flex-wrap items-end justify-between gap-x-5 gap-y-2"
        >
          <PartChoice
            label={t('challenge.parts')}
            labelVisible
            value={part}
            parts={LOSS_PARTS.map((value) => ({ value, label: t(`challenge.part.${value}`) }))}
            reached={reached}
            reachedWord={t('challenge.partReached')}
            disabled={running}
            onChange={(next) => keep({ ...work, part: next })}
          />
          <p className="min-w-0 flex-1 basis-64 text-sm text-ink-soft">{t(`challenge.goal.${part}`)}</p>
        </div>
        <div className="@container">
          <div className="grid gap-x-6 gap-y-4 @min-[44rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
            <div className="flex min-w-0 flex-col gap-3">
              <SegmentedControl
                label={t('challenge.loss')}
                labelVisible
                value={settings.loss}
                disabled={running}
                onChange={(loss) => change({ loss })}
                segments={LOSS_CHOICES.map((value) => ({ value, label: <LossSwatch loss={value} /> }))}
              />
              {given === null ? (
                <SegmentedControl
                  label={t('race.start')}
                  labelVisible
                  value={settings.start}
                  disabled={running}
                  onChange={(start) => change({ start })}
                  segments={START_CHOICES.map((value) => ({ value, label: t(`start.${value}`) }))}
                />
              ) : (
                <div>
                  <p className="mb-1.5 text-sm font-semibold">{t('race.start')}</p>
                  <p className="flex min-h-9.5 items-center rounded-md border border-warn/40 bg-warn-soft px-3 text-sm font-semibold text-warn">
                    {t('challenge.given')}
                  </p>
                </div>
              )}
              <SegmentedControl
                label={t('rate')}
                labelVisible
                value={String(settings.rate)}
                disabled={running}
                onChange={(next) => {
                  const rate = RATE_CHOICES.find((one) => String(one) === next);
                  if (rate !== undefined) change({ rate });
                }}
                segments={RATE_CHOICES.map((value) => ({ value: String(value), label: String(value) }))}
              />
              <BestRun
                running={running}
                runLabel={t('bar.train')}
                onRun={() => begin(settings)}
                onStop={stop}
                best={bestSteps}
                notYet={t('challenge.notYet')}
                busy={busy}
                refusal={refusal}
                onHandIn={submit}
                handedIn={
                  latest !== null && latest.part === part && latest.shown.amount === bestSteps
                    ? t('challenge.handedIn', { steps: latest.shown.amount })
                    : null
                }
              >
                <span className="font-normal text-ink-soft">
                  {t(bestSteps === null ? 'challenge.hint' : 'challenge.better')}
                </span>
              </BestRun>
              <TryList
                title={t('tries.title', { count: sorted.length })}
                none={t('tries.none')}
                most={5}
                className="min-h-44"
                tries={sorted}
                keyOf={lossKey}
                settings={(one) =>
                  `${t(`short.${one.loss}`)}${given === null ? ` · ${t(`start.${one.start}`)}` : ''} · ${t('tries.rate', { rate: one.rate })}`
                }
                result={(one) =>
                  one.steps === null
                    ? t('tries.missed', { accuracy: numbers.percent(one.accuracy, 0) })
                    : t('tries.steps', { steps: one.steps })
                }
                onTake={running ? null : ({ loss, start, rate }) => change({ loss, start, rate })}
              />
            </div>
            <div className="flex min-w-0 flex-col gap-3">
              <CourseChart
                title={t('race.accuracy')}
                label={t('challenge.chartNow', {
                  step: shown?.taken ?? 0,
                  accuracy: numbers.percent(accuracy, 0),
                  lines: lines.length,
                })}
                lines={lines}
                end={farthest > 200 ? LOSS_STEPS : farthest > 100 ? 200 : farthest > 50 ? 100 : 50}
                most={1}
                percent
                height={250}
                axis={t('step')}
                goal={{ value: LOSS_GOAL, name: numbers.percent(LOSS_GOAL, 0) }}
              />
              <div className="flex flex-wrap items-center gap-4">
                <div className="w-44 max-w-full">
                  <PlanePicture
                    task={task}
                    weights={point?.weights ?? null}
                    label={t(point ? 'challenge.planeNow' : 'challenge.planeEmpty', {
                      accuracy: numbers.percent(accuracy, 0),
                    })}
                  />
                </div>
                <dl className="tabular grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
                  <dt className="text-ink-soft">{t('step')}</dt>
                  <dd className="font-semibold">{shown ? numbers.integer(shown.taken) : '–'}</dd>
                  <dt className="text-ink-soft">{t('race.accuracy')}</dt>
                  <dd className="font-semibold">{numbers.percent(accuracy, 0)}</dd>
                  <dt className="text-ink-soft">{t('race.lossValue')}</dt>
                  <dd className="font-semibold">{numbers.decimal(point?.loss ?? null, 3)}</dd>
                </dl>
              </div>
            </div>
          </div>
        </div>
      </BenchFrame>
      <ChallengeBoard board={place.board} />
    </>
  );
}
