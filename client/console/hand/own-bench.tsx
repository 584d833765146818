'use client';

import { useMemo, useState } from 'react';
import { type DigitsPlace, DigitsPlaceProvider } from '@/client/benches/digits/digits-place';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import type { OpenWork } from '@/client/benches/frame/open-work';
import { BenchSlot } from '@/client/lesson/bench-slot';
import { TrainingProvider } from '@/client/training/use-training';
import type { Elements } from '@/client/ui/elements';
import { DIGITS_BENCHES, type DigitsBenchId } from '@/lessons/bench';
import { usesTrainer } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import { refuse } from '@/protocol/refusals';

interface Props {
  lesson: WrittenLesson;
  stepIndex: number;
  /** The class's: the bench is dealt what students are. */
  seed: number;
  open: OpenWork;
}

/** The teacher's own bench at the class's step: kept in this browser apart from any student's, and nothing of it is handed in. */
export function OwnBench({ lesson, stepIndex, seed, open }: Props) {
  const step = lesson.steps[stepIndex]!;
  const place = useMemo<BenchPlace>(
    () => ({
      kind: 'class',
      seed,
      lessonId: `console-${lesson.id}`,
      stepId: step.id,
      held: null,
      handIn: async () => refuse('not-allowed'),
      standing: null,
      board: null,
      cameTrue: () => {},
      announce: () => {},
      open,
    }),
    [seed, lesson.id, step.id, open],
  );
  const bench = <BenchSlot step={step} place={place} />;
  return usesTrainer(step.bench) ? (
    <OwnTrainer lesson={lesson} first={step.bench === 'digits-drawing' ? step.bench : 'digits-training'}>
      {bench}
    </OwnTrainer>
  ) : (
    bench
  );
}

function OwnTrainer({
  lesson,
  first,
  children,
}: {
  lesson: WrittenLesson;
  /** The part in front when it opens. */
  first: DigitsBenchId;
  children: Elements;
}) {
  const own = useMemo(() => ({ id: `console-${lesson.id}`, experiment: lesson.experiment }), [lesson]);
  const [front, setFront] = useState<DigitsBenchId>(first);
  const digits = useMemo<DigitsPlace>(
    () => ({
      parts: DIGITS_BENCHES,
      front,
      onFront: setFront,
      classAt: null,
      view: null,
      usual: lesson.experiment,
      readRun: null,
      barred: true,
      onDrawing: () => {},
    }),
    [front, lesson.experiment],
  );
  return (
    <TrainingProvider lesson={own} place={null}>
      <DigitsPlaceProvider place={digits}>{children}</DigitsPlaceProvider>
    </TrainingProvider>
  );
}
