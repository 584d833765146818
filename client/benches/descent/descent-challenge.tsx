'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { BestRun } from '@/client/benches/frame/best-run';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { PartChoice } from '@/client/benches/frame/part-choice';
import type { RunSoFar } from '@/client/benches/frame/run-so-far';
import { ranked, withTry } from '@/client/benches/frame/tries';
import { TryList } from '@/client/benches/frame/try-list';
import { useHandIn } from '@/client/benches/frame/use-hand-in';
import { useKept } from '@/client/benches/frame/use-kept';
import { useRunSoFar } from '@/client/benches/frame/use-run-so-far';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { type DescentTask, descentChallenge } from '@/engine/challenges/descent';
import { DESCENT_METHODS, DESCENT_PARTS } from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import { pathOf } from './descent-trace';
import { LandscapeMap } from './landscape-map';
import { MapPath } from './map-path';
import { METHOD_LOOKS } from './method-looks';
import { writeRate } from './rate-scale';
import { ScheduleFields } from './schedule-fields';
import { type ShownWalk, useDescentRun, walkWith } from './use-descent-run';
import {
  byDivergence,
  descentWorkShape,
  FIRST_DESCENT,
  type WalkTry,
  walkKey,
  walkShape,
} from './walk-tries';

/** Lesson 7's challenge: into the deepest valley in the fewest steps, on landscapes that are dealt out. */
export default function DescentChallenge({ place }: BenchProps<'descent-challenge'>) {
  const t = useTranslations('descent');
  const numbers = useNumbers();
  const task = useMemo(() => descentChallenge.deal(place.seed), [place.seed]);
  const [work, keep] = useKept(place, 'challenge', FIRST_DESCENT, descentWorkShape);
  const { part, tries } = work;
  const settings = work.settings[part];
  const landscape = task[part];
  const held = place.held !== null;
  const { handIn, busy, refusal, latest, reached } = useHandIn(place);
  const resultWords = (one: WalkTry, taken: number) =>
    one.steps !== null
      ? t('outcome.arrived', { steps: one.steps })
      : t(one.diverged ? 'outcome.diverged' : 'challenge.missed', { steps: taken });
  const { walk, running, past, begin, stop } = useDescentRun(held, (done, taken) => {
    keep({ ...work, tries: withTry(tries, done, walkKey) });
    place.announce(resultWords(done, taken));
  });
  const sorted = ranked(tries, part, byDivergence);
  const best = sorted[0];
  const bestSteps = best?.steps ?? null;
  const theirs = useTheirWalk(useRunSoFar(place, walk, walkShape), task);
  const seen = theirs ?? walk;
  const shown = seen?.settings.part === part ? seen : null;
  const waiting = useMemo(() => pathOf(landscape, { optimizer: 'sgd', learningRate: 0 }, 0), [landscape]);
  const point = shown ? shown.path[shown.taken]! : waiting[0]!;
  const ended = shown !== null && !running && shown.taken >= shown.end;
  const latestTry = ended ? tries[0] : undefined;

  const take = (next: DescentAnswer) => keep({ ...work, settings: { ...work.settings, [part]: next } });
  const submit = async () => {
    if (!best || best.steps === null) return;
    const { method, rate, changes } = best;
    const result = await handIn({ part, method, rate, changes } satisfies DescentAnswer);
    if (result?.ok) place.announce(t('challenge.handedIn', { steps: result.shown.amount }));
  };

  return (
    <>
      <BenchFrame label={t('label.challenge')} held={place.held}>
        <div
          data-testid="run-status"
          data-state={running ? 'training' : ended ? 'finished' : 'ready'}
          data-step={shown?.taken ?? 0}
          data-best={bestSteps ?? ''}
          className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2"
        >
          <PartChoice
            label={t('landscape.choose')}
            labelVisible
            value={part}
            parts={DESCENT_PARTS.map((value) => ({ value, label: t(`landscapes.${value}`) }))}
            reached={reached}
            reachedWord={t('challenge.partReached')}
            disabled={running}
            onChange={(value) => keep({ ...work, part: value })}
          />
          <p className="min-w-0 flex-1 basis-64 text-sm text-ink-soft">{t('challenge.goal')}</p>
        </div>
        <div className="@container">
          <div className="grid items-start gap-x-6 gap-y-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_minmax(0,0.95fr)]">
            <div className="mx-auto w-full max-w-[28rem]">
              <LandscapeMap
                landscape={landscape}
                label={t('landscape.now', {
                  landscape: t(`landscapes.${part}`),
                  step: point.step,
                  a: numbers.decimal(point.a, 2),
                  b: numbers.decimal(point.b, 2),
                  loss: numbers.loss(point.loss),
                })}
              >
                {past
                  .filter((one) => one.settings.part === part)
                  .map((one, i) => (
                    <MapPath
                      // biome-ignore lint/suspicious/noArrayIndexKey: earlier walks, newest first.
                      key={i}
                      half={landscape.half}
                      path={one.path}
                      taken={one.taken}
                      look={METHOD_LOOKS[one.settings.method]}
                      faint
                    />
                  ))}
                <MapPath
                  half={landscape.half}
                  path={shown?.path ?? waiting}
                  taken={shown?.taken ?? 0}
                  look={METHOD_LOOKS[shown?.settings.method ?? settings.method]}
                />
              </LandscapeMap>
              <p className="tabular mt-2 flex justify-between gap-4 text-sm">
                <span>{t('step', { step: point.step })}</span>
                <span>
                  <span>{t('loss')}</span> <strong>{numbers.loss(point.loss)}</strong>
                </span>
              </p>
            </div>
            <div className="flex min-w-0 flex-col gap-3">
              <SegmentedControl
                label={t('challenge.method')}
                labelVisible
                value={settings.method}
                disabled={running}
                onChange={(method) => take({ ...settings, method })}
                segments={DESCENT_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
              />
              <ScheduleFields
                key={part}
                settings={settings}
                held={held || running}
                onChange={(next) => take({ ...settings, ...next })}
              />
              <BestRun
                running={running}
                runLabel={t('run')}
                onRun={() => begin(landscape, settings)}
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
                {shown && latestTry ? (
                  resultWords(latestTry, shown.taken)
                ) : (
                  <span className="font-normal text-ink-soft">{t(`challenge.hint.${part}`)}</span>
                )}
              </BestRun>
              <TryList
                title={t('tries.title', { count: sorted.length })}
                none={t('tries.none')}
                most={4}
                className="min-h-36"
                tries={sorted}
                keyOf={walkKey}
                settings={(one) =>
                  `${t(`method.${one.method}`)} · ${[one.rate, ...one.changes.map(({ rate }) => rate)].map(writeRate).join(' → ')}`
                }
                result={(one) =>
                  one.steps === null
                    ? t(one.diverged ? 'tries.diverged' : 'tries.missed')
                    : t('tries.steps', { steps: one.steps })
                }
                onTake={running ? null : ({ method, rate, changes }) => take({ part, method, rate, changes })}
              />
            </div>
          </div>
        </div>
      </BenchFrame>
      <ChallengeBoard board={place.board} />
    </>
  );
}

/** Another's walk, walked again from its settings as far as it has come; null: none is shown. */
function useTheirWalk(run: RunSoFar<DescentAnswer> | null, task: DescentTask): ShownWalk | null {
  const key = run && walkKey(run.settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the settings, which are made anew with each look.
  const whole = useMemo(() => run && walkWith(task[run.settings.part], run.settings), [key, task]);
  return run && whole && { ...whole, taken: Math.min(run.taken, whole.end) };
}
