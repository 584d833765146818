'use client';

import { useSearchParams } from 'next/navigation';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { preloadBench } from '@/client/benches/registry';
import { useChecks } from '@/client/lesson/checks/use-checks';
import { withLeft } from '@/client/lesson/goals/goal-work';
import { LessonFrame, type Surroundings } from '@/client/lesson/lesson-frame';
import { wantsGuess } from '@/client/lesson/predictions/predictions';
import { useAlonePredictions } from '@/client/lesson/predictions/use-alone-predictions';
import { useAloneQuiz } from '@/client/lesson/quiz/use-alone-quiz';
import { GlossaryProvider } from '@/client/lesson/words/glossary-dialog';
import { patiently } from '@/client/ui/patiently';
import type { WrittenLesson } from '@/lessons/written';
import { AlonePage } from './alone-page';
import { StepNav } from './step-nav';
import { useAloneChallenge } from './use-alone-challenge';
import { useProgress } from './use-progress';
import { useStepIndex } from './use-step-index';
import { readSeed, visitorSeed } from './visitor-seed';

interface Props {
  lesson: WrittenLesson;
  /** The lesson after this one; null after the last. */
  next: { id: string; title: string } | null;
}

/** The trainer of digits and its bar, fetched only by lessons that train digits. */
const AloneTraining = lazy(patiently(() => import('./alone-training')));

/** A lesson for one person: no class, no account; what is done stays in this browser. */
export function AloneLesson({ lesson, next }: Props) {
  const { steps } = lesson;
  const [index, go] = useStepIndex(steps);
  const { kept, done, skipped } = useProgress(lesson);
  const seed = useSeed();
  const predictions = useAlonePredictions(lesson.id, seed);
  const checks = useChecks(lesson, seed === null ? null : String(seed));
  const quiz = useAloneQuiz(lesson.id, seed);
  const { handIn, standing } = useAloneChallenge(lesson, seed);
  const surroundings = useMemo<Surroundings | null>(
    () => (seed === null ? null : { kind: 'alone', seed, held: null, handIn, standing, board: null }),
    [seed, handIn, standing],
  );

  // The next bench comes while this step is being read.
  const following = steps[index + 1]?.bench;
  useEffect(() => {
    if (following) preloadBench(following);
  }, [following]);

  const page = (ready: boolean) => (
    <LessonFrame
      lesson={lesson}
      index={index}
      goals={kept}
      done={done}
      skipped={skipped}
      onStep={go}
      surroundings={ready ? surroundings : null}
      predictions={predictions}
      checks={checks}
      quiz={quiz}
      nav={
        <StepNav
          index={index}
          count={steps.length}
          next={next}
          onStep={go}
          onLeave={() => kept.change(steps[index]!.id, withLeft)}
        />
      }
    />
  );
  const waiting = <AlonePage lesson={lesson}>{page(false)}</AlonePage>;
  return (
    <GlossaryProvider>
      {lesson.experiment === null ? (
        <AlonePage lesson={lesson}>{page(true)}</AlonePage>
      ) : (
        <Suspense fallback={waiting}>
          <AloneTraining
            lesson={lesson}
            bench={steps[index]!.bench}
            guessFirst={wantsGuess(steps[index]!, predictions)}
            fallback={waiting}
          >
            {page(true)}
          </AloneTraining>
        </Suspense>
      )}
    </GlossaryProvider>
  );
}

/** The link's seed, or this visitor's own; null on the server and in the first moment. */
function useSeed(): number | null {
  const named = useSearchParams().get('seed');
  const [own, setOwn] = useState<number | null>(null);
  useEffect(() => setOwn(visitorSeed()), []);
  return own === null ? null : (readSeed(named) ?? own);
}
