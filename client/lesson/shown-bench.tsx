'use client';

import { type ReactNode, useMemo } from 'react';
import { oneOf } from '@/base/shape';
import { type DigitsPlace, DigitsPlaceProvider } from '@/client/benches/digits/digits-place';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { shownPiece } from '@/client/benches/frame/use-laid';
import { ShownTraining } from '@/client/benches/run/shown-training';
import { GivenTraining } from '@/client/training/use-training';
import type { DigitsBenchId } from '@/lessons/bench';
import { usesTrainer } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import { refuse } from '@/protocol/refusals';
import type { Sight } from '@/protocol/sight';
import { BenchSlot } from './bench-slot';

interface Props {
  lesson: WrittenLesson;
  /** What the class is dealt is drawn from it. */
  seed: number;
  sight: Sight;
  /** How the class calls the labels of its drawings; null: as every language does. */
  labels?: readonly string[] | null;
}

/** Another's bench as their page shows it: the same bench, to be looked at and not to be touched. Nothing where the lesson has no such step. */
export function ShownBench({ lesson, seed, sight, labels = null }: Props) {
  const { stepId, works } = sight;
  const step = lesson.steps.find(({ id }) => id === stepId);
  const place = useMemo<BenchPlace>(
    () => ({
      kind: 'class',
      seed,
      lessonId: lesson.id,
      stepId,
      held: null,
      handIn: async () => refuse('not-allowed'),
      standing: null,
      board: null,
      cameTrue: () => {},
      announce: () => {},
      shown: works,
      labels,
    }),
    [seed, lesson.id, stepId, works, labels],
  );
  if (!step) return null;
  const bench = <BenchSlot step={step} place={place} />;
  return (
    <fieldset
      disabled
      data-testid="shown-bench"
      data-step-id={step.id}
      className="pointer-events-none min-w-0"
    >
      {usesTrainer(step.bench) ? (
        <ShownTrainer lesson={lesson} sight={sight}>
          {bench}
        </ShownTrainer>
      ) : (
        bench
      )}
    </fieldset>
  );
}

/** The part of the digits bench that another has in front, where it shows what they do: pictures and the board are the class's. */
const frontShape = oneOf(['digits-training', 'digits-drawing']);

function ShownTrainer({
  lesson,
  sight,
  children,
}: Pick<Props, 'lesson' | 'sight'> & { children: ReactNode }) {
  const { works } = sight;
  const training = useMemo(() => new ShownTraining(lesson, works), [lesson, works]);
  const front: DigitsBenchId = shownPiece(works, 'front', frontShape) ?? 'digits-training';
  const digits = useMemo<DigitsPlace>(
    () => ({
      parts: [front],
      front,
      onFront: () => {},
      classAt: null,
      view: null,
      usual: lesson.experiment,
      readRun: null,
      onDrawing: () => {},
    }),
    [front, lesson.experiment],
  );
  return (
    <GivenTraining training={training}>
      <DigitsPlaceProvider place={digits}>{children}</DigitsPlaceProvider>
    </GivenTraining>
  );
}
