'use client';

import { useTranslations } from 'use-intl';
import { LazyScreenDevices } from '@/client/benches/compute/lazy-devices';
import { isOnWall, LazyScreenPool } from '@/client/benches/pool/wall/lazy-wall';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { plainWords } from '@/client/lesson/words/markup';
import { Phrased } from '@/client/lesson/words/phrased';
import type { ClassSession } from '@/client/live/class-session';
import { isTrainedAt } from '@/lessons/benches';
import type { ScreenView } from '@/protocol/views';
import { JoinCorner } from './join-corner';
import { PausedBar } from './paused-bar';
import { ScreenBoard } from './screen-board';
import { ScreenGuesses } from './screen-guesses';
import { ScreenPacing } from './screen-pacing';
import { ScreenProduct } from './screen-product';
import { ScreenProgress } from './screen-progress';
import { ScreenTraining } from './screen-training';

interface Props {
  session: ClassSession<ScreenView>;
  view: ScreenView;
  origins: readonly string[];
}

/** During the class: the step, the class as a whole, the board. Nobody can be told from it but by the own mark. */
export function ScreenLive({ session, view, origins }: Props) {
  const t = useTranslations('screen');
  const { class: facts, board, progress } = view;
  const lesson = useClassLesson(facts);
  const at = lesson?.steps[facts.stepIndex];
  const step = at?.text;
  const prediction = at?.prediction;
  // Nobody trains and nothing is ranked: the task has the wall.
  const bare = !prediction && board === null && progress === null && lesson?.experiment === null;
  return (
    <main id="content" className="flex flex-1 flex-col gap-[2vh] p-[clamp(1rem,2.4vw,4rem)]">
      <h1 className="sr-only">{t('pageTitle', { code: facts.code })}</h1>
      <header className="flex flex-wrap items-start justify-between gap-x-[3vw] gap-y-2">
        <div className="min-w-0 flex-1 basis-[24rem]">
          <p className="tabular text-screen-sm text-ink-soft">
            <span>{t('step', { number: facts.stepIndex + 1, total: lesson?.steps.length ?? 1 })}</span>
            <ScreenPacing facts={facts} count={lesson?.steps.length ?? 1} />
          </p>
          <h2 className="text-screen-lg">
            <Phrased>{step?.title ?? ''}</Phrased>
          </h2>
          <p
            className={bare ? 'mt-[3vh] max-w-[46ch] text-screen' : 'mt-[0.5vh] max-w-[60ch] text-screen-sm'}
          >
            {step && <Phrased>{plainWords(step.task)}</Phrased>}
          </p>
        </div>
        <JoinCorner code={facts.code} origins={origins} />
      </header>
      <PausedBar paused={facts.paused} />
      {prediction ? (
        // While a class guesses there is nothing to rank, and the choices need the room.
        <ScreenGuesses
          question={prediction.question}
          choices={prediction.choices}
          counts={view.predictions.find(({ stepId }) => stepId === at?.id) ?? null}
        />
      ) : isOnWall(at?.bench) ? (
        <LazyScreenPool session={session} code={facts.code} />
      ) : at?.bench === 'matrix-rows' ? (
        <ScreenProduct session={session} />
      ) : view.devices ? (
        <LazyScreenDevices devices={view.devices} />
      ) : bare ? null : (
        <div className="grid flex-1 items-stretch gap-[2.5vw] lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
          <section className="flex min-w-0 flex-col gap-[2vh]">
            {at && isTrainedAt(at.bench) ? (
              <ScreenTraining session={session} hereCount={facts.hereCount} />
            ) : (
              <ScreenProgress session={session} view={view} />
            )}
          </section>
          <ScreenBoard board={board} paused={facts.paused} />
        </div>
      )}
    </main>
  );
}
