'use client';

import { useTranslations } from 'use-intl';
import { LazyScreenDevices } from '@/client/benches/compute/lazy-devices';
import { isOnWall, LazyScreenPool } from '@/client/benches/pool/wall/lazy-wall';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { plainWords } from '@/client/lesson/words/markup';
import { Phrased } from '@/client/lesson/words/phrased';
import type { ClassSession } from '@/client/live/class-session';
import { classNames } from '@/client/ui/class-names';
import type { BenchId } from '@/lessons/bench';
import { BENCHES, isTrainedAt } from '@/lessons/benches';
import type { ScreenView } from '@/protocol/views';
import { JoinCorner } from './join-corner';
import { PausedBar } from './paused-bar';
import { ScreenBoard } from './screen-board';
import { ScreenGuesses } from './screen-guesses';
import { ScreenPacing } from './screen-pacing';
import { ScreenProduct } from './screen-product';
import { ScreenProgress } from './screen-progress';
import { ScreenTraining } from './screen-training';

/** Benches at which devices are measured; elsewhere the wall shows them once one was. */
const MEASURING: ReadonlySet<BenchId> = new Set(['compute-measure', 'compute-class']);

interface Props {
  session: ClassSession<ScreenView>;
  view: ScreenView;
  origins: readonly string[];
}

/** During the class: the step, the class as a whole, the board. Nobody can be told from it but by the own mark. */
export function ScreenLive({ session, view, origins }: Props) {
  const t = useTranslations('screen');
  const { class: facts, board } = view;
  const lesson = useClassLesson(facts);
  const at = lesson?.steps[facts.stepIndex];
  const step = at?.text;
  const prediction = at?.prediction;
  // Where nobody trains, there is something to rank once the class is at its challenge: until then the task has the wall.
  const trains = lesson !== null && lesson.experiment !== null;
  const challenged = at !== undefined && BENCHES[at.bench].challenge !== null;
  const ranks = trains || challenged || (board?.rows.length ?? 0) > 0;
  const measures = at !== undefined && (MEASURING.has(at.bench) || (view.devices?.total ?? 0) > 0);
  const filled =
    prediction !== undefined ||
    isOnWall(at?.bench) ||
    at?.bench === 'matrix-rows' ||
    (view.devices !== null && measures);
  const alone = !filled && !ranks && !trains;
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
            className={alone ? 'mt-[3vh] max-w-[46ch] text-screen' : 'mt-[0.5vh] max-w-[60ch] text-screen-sm'}
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
      ) : view.devices && measures ? (
        <LazyScreenDevices devices={view.devices} />
      ) : (
        <div
          className={classNames(
            'grid flex-1 items-stretch gap-[2.5vw]',
            ranks && 'lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]',
            alone && 'mt-[4vh]',
          )}
        >
          <section className="flex min-w-0 flex-col gap-[2vh]">
            {at && isTrainedAt(at.bench) ? (
              <ScreenTraining session={session} hereCount={facts.hereCount} />
            ) : (
              <ScreenProgress session={session} view={view} />
            )}
          </section>
          {ranks && <ScreenBoard board={board} paused={facts.paused} />}
        </div>
      )}
    </main>
  );
}
