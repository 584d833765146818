'use client';

import { Pause } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LazyScreenDevices } from '@/client/benches/compute/lazy-devices';
import { isOnWall, LazyScreenPool } from '@/client/benches/pool/wall/lazy-wall';
import { shortAddress } from '@/client/console/join-address';
import { useBestOrigin } from '@/client/console/use-best-origin';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { plainWords } from '@/client/lesson/words/markup';
import type { ClassSession } from '@/client/live/class-session';
import { useScreenFrame } from '@/client/live/use-class-session';
import { Stat } from '@/client/ui/stat';
import type { ScreenView } from '@/protocol/views';
import { AccuracyHistogram } from './accuracy-histogram';
import { ScreenBoard } from './screen-board';
import { ScreenChallenge } from './screen-challenge';
import { ScreenGuesses } from './screen-guesses';
import { ScreenPacing } from './screen-pacing';

interface Props {
  session: ClassSession<ScreenView>;
  view: ScreenView;
  origins: readonly string[];
}

/** During the class: the step, the class as a whole, the board. Nobody can be told from it but by the own mark. */
export function ScreenLive({ session, view, origins }: Props) {
  const t = useTranslations('screen');
  const origin = useBestOrigin(origins);
  const { class: facts, board, progress } = view;
  const lesson = useClassLesson(facts);
  const at = lesson?.steps[facts.stepIndex];
  const step = at?.text;
  const prediction = at?.prediction;
  return (
    <main id="content" className="flex flex-1 flex-col gap-[2vh] p-[clamp(1rem,2.4vw,4rem)]">
      <h1 className="sr-only">{t('pageTitle', { code: facts.code })}</h1>
      <header className="flex flex-wrap items-start justify-between gap-x-[3vw] gap-y-2">
        <div className="min-w-0 flex-1 basis-[24rem]">
          <p className="tabular text-screen-sm text-ink-soft">
            {t('step', { number: facts.stepIndex + 1, total: lesson?.steps.length ?? 1 })}
          </p>
          <h2 className="text-screen-lg">{step?.title}</h2>
          <p className="mt-[0.5vh] max-w-[60ch] text-screen-sm">{step && plainWords(step.task)}</p>
          <ScreenPacing facts={facts} count={lesson?.steps.length ?? 1} />
        </div>
        {/* Below the controls in the corner, where a finger has them always in sight. */}
        <div className="pt-10 pr-12 text-right pointer-fine:pt-0">
          <p translate="no" className="text-screen-sm text-ink-soft">
            {shortAddress(origin)}
          </p>
          <p className="sr-only">{t('code')}</p>
          <p translate="no" className="tabular font-display text-screen-lg font-bold tracking-wider">
            {facts.code}
          </p>
        </div>
      </header>
      <p
        role="status"
        className="flex items-center justify-center gap-4 rounded-lg bg-warn py-[1.2vh] text-screen font-bold text-surface empty:hidden"
      >
        {facts.paused && (
          <>
            <Pause aria-hidden="true" className="size-[1em]" /> <span>{t('paused')}</span>
          </>
        )}
      </p>
      {prediction ? (
        // While a class guesses there is nothing to rank, and the choices need the room.
        <ScreenGuesses
          question={prediction.question}
          choices={prediction.choices}
          counts={view.predictions.find(({ stepId }) => stepId === at?.id) ?? null}
        />
      ) : isOnWall(at?.bench) ? (
        <LazyScreenPool session={session} code={facts.code} />
      ) : view.devices ? (
        <LazyScreenDevices devices={view.devices} />
      ) : (
        <div className="grid flex-1 items-stretch gap-[2.5vw] lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
          <section className="flex min-w-0 flex-col gap-[2vh]">
            {progress ? (
              <ScreenChallenge session={session} hereCount={facts.hereCount} progress={progress} />
            ) : (
              <ScreenTraining session={session} hereCount={facts.hereCount} />
            )}
          </section>
          <ScreenBoard board={board} />
        </div>
      )}
    </main>
  );
}

/** A class that trains: how many are at it, and how well. */
function ScreenTraining({ session, hereCount }: { session: ClassSession<ScreenView>; hereCount: number }) {
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const frame = useScreenFrame(session);
  const working = frame
    ? frame.activities.training + frame.activities.stuck + frame.activities.overfitting
    : null;
  return (
    <>
      <dl className="grid grid-cols-3 gap-x-[2vw]">
        <Stat
          size="screen"
          width={2}
          label={t('here')}
          value={numbers.integer(frame?.connected ?? hereCount)}
        />
        <Stat size="screen" width={2} label={t('training')} value={numbers.integer(working)} />
        <Stat size="screen" width={4} label={t('mean')} value={numbers.percent(frame?.meanAccuracy)} />
      </dl>
      <AccuracyHistogram counts={frame?.accuracyHistogram ?? []} />
      <dl className="tabular flex flex-wrap gap-x-[3vw] text-screen-sm text-ink-soft">
        <div className="flex gap-3">
          <dt>{t('meanLoss')}</dt>
          <dd className="font-semibold text-ink">{numbers.decimal(frame?.meanLoss, 3)}</dd>
        </div>
        <div className="flex gap-3">
          <dt>{t('speed')}</dt>
          <dd className="font-semibold text-ink">
            {numbers.integer(frame ? Math.round(frame.examplesPerSecond) : null)}
          </dd>
        </div>
      </dl>
    </>
  );
}
