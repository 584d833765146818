'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { oneOf } from '@/base/shape';
import { RaceLine } from '@/client/benches/digits/challenge/race-clock';
import {
  type AloneChallengePlace,
  type DigitsPlace,
  DigitsPlaceProvider,
  partsOf,
} from '@/client/benches/digits/digits-place';
import { RunAnnouncer } from '@/client/benches/run/run-announcer';
import { RunBar } from '@/client/benches/run/run-bar';
import { readStored, writeStored } from '@/client/live/stored';
import { onPictures } from '@/client/training/on-pictures';
import { TrainingProvider, useTraining } from '@/client/training/use-training';
import type { Elements } from '@/client/ui/elements';
import { type BenchId, type DigitsBenchId, isDigitsBench } from '@/lessons/bench';
import { usesTrainer } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import { DATASET_IDS, type DatasetId } from '@/protocol/datasets';
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
  const [pictures, setPictures] = useState<{ chosen: DatasetId; justChosen: boolean } | null>(null);
  const place = `pictures:${lesson.id}`;
  const options = lesson.steps.flatMap((one) => (one.bench === 'digits-challenge' ? [one.options] : []))[0];
  const atChallenge = step.bench === 'digits-challenge';
  const mayChoose = atChallenge && options?.pictures === 'any';
  useEffect(() => {
    const kept = readStored(place, oneOf(DATASET_IDS));
    setPictures({ chosen: kept ?? lesson.experiment!.dataset, justChosen: false });
  }, [place, lesson.experiment]);
  const choose = useCallback(
    (chosen: DatasetId) => {
      writeStored(place, chosen);
      setPictures({ chosen, justChosen: true });
    },
    [place],
  );
  const alone = useMemo<AloneChallengePlace>(
    () => ({
      minutes: options?.minutes ?? null,
      pictures: mayChoose && pictures ? { ...pictures, choose } : null,
    }),
    [options, mayChoose, pictures, choose],
  );
  // What the other steps say is about the lesson's own pictures.
  const trained = useMemo(
    () => (mayChoose && pictures ? onPictures(lesson, pictures.chosen) : lesson),
    [lesson, mayChoose, pictures],
  );
  if (pictures === null) return fallback;
  return (
    <TrainingProvider key={trained.id} lesson={trained} place={null} fallback={fallback}>
      <WithBar lesson={lesson} alone={alone} {...step} />
    </TrainingProvider>
  );
}

function WithBar({
  lesson,
  alone,
  bench,
  guessFirst,
  children,
}: Omit<Props, 'fallback'> & { alone: AloneChallengePlace }) {
  const { training, snapshot } = useTraining();
  const [front, setFront] = useState<DigitsBenchId>(isDigitsBench(bench) ? bench : 'digits-training');
  useEffect(() => {
    if (isDigitsBench(bench)) setFront(bench);
  }, [bench]);
  const place = useMemo<DigitsPlace>(
    () => ({
      parts: partsOf(bench, lesson.steps),
      front,
      onFront: setFront,
      classAt: null,
      view: null,
      alone,
      usual: lesson.experiment,
      readRun: null,
      onDrawing: () => {},
    }),
    [bench, front, alone, lesson],
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
              guessFirst={guessFirst}
              notice={<RaceLine race={snapshot.alone?.race ?? null} />}
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
