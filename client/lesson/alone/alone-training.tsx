'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type DigitsPlace, DigitsPlaceProvider } from '@/client/benches/digits/digits-place';
import { RunAnnouncer } from '@/client/benches/run/run-announcer';
import { RunBar } from '@/client/benches/run/run-bar';
import { TrainingProvider, useTraining } from '@/client/training/use-training';
import type { Elements } from '@/client/ui/elements';
import { type BenchId, type DigitsBenchId, isDigitsBench } from '@/lessons/bench';
import { usesTrainer } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import { AlonePage } from './alone-page';

interface Props {
  lesson: WrittenLesson;
  /** The bench of the step on show. */
  bench: BenchId;
  /** That step wants a guess before anything is trained. */
  guessFirst: boolean;
  /** While the trainer is being made. */
  fallback: Elements;
  children: ReactNode;
}

/** A lesson that trains digits: one trainer for all of its steps, and the one bar at the foot. */
export default function AloneTraining({ lesson, fallback, ...step }: Props) {
  return (
    <TrainingProvider lesson={lesson} place={null} fallback={fallback}>
      <WithBar lesson={lesson} {...step} />
    </TrainingProvider>
  );
}

function WithBar({ lesson, bench, guessFirst, children }: Omit<Props, 'fallback'>) {
  const { training, snapshot } = useTraining();
  const [front, setFront] = useState<DigitsBenchId>(isDigitsBench(bench) ? bench : 'digits-training');
  useEffect(() => {
    if (isDigitsBench(bench)) setFront(bench);
  }, [bench]);
  const place = useMemo<DigitsPlace>(
    () => ({ front, onFront: setFront, classAt: null, view: null, readRun: null, onDrawing: () => {} }),
    [front],
  );
  return (
    <DigitsPlaceProvider place={place}>
      <AlonePage
        lesson={lesson}
        foot={
          usesTrainer(bench) && (
            <RunBar
              training={training}
              snapshot={snapshot}
              ended={false}
              online
              alone
              guessFirst={guessFirst}
            />
          )
        }
      >
        {children}
      </AlonePage>
      <RunAnnouncer current={snapshot.current} />
    </DigitsPlaceProvider>
  );
}
