'use client';

import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type DigitsPlace, DigitsPlaceProvider } from '@/client/benches/digits/digits-place';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { BenchSlot } from '@/client/lesson/bench-slot';
import { isDigitsBench } from '@/lessons/bench';
import type { WrittenStep } from '@/lessons/written';
import { refuse } from '@/protocol/refusals';

interface Props {
  step: WrittenStep;
  /** Where the student is now: the same seed and lesson. */
  place: BenchPlace;
}

/** A step's bench as the student has left it, small and to be looked at: it draws what it has kept, and nothing of it goes on. */
export function OwnWork({ step, place }: Props) {
  const t = useTranslations('lesson.recap');
  const { kind, seed, lessonId } = place;
  const { id: stepId, bench } = step;
  const held = t('held');
  const there = useMemo<BenchPlace>(
    () => ({
      ...{ kind, seed, lessonId, stepId, held },
      handIn: async () => refuse('not-allowed'),
      standing: null,
      board: null,
      cameTrue: () => {},
      announce: () => {},
      looksBack: true,
    }),
    [kind, seed, lessonId, stepId, held],
  );
  const shown = (
    <div
      inert
      // To be looked at: its words end where it fades.
      aria-hidden="true"
      data-testid="own-work"
      data-step-id={stepId}
      // A tall bench fades out: it is a picture here, and what comes next is to be found under it.
      className="max-h-[46rem] overflow-hidden pt-4 [zoom:0.75] [mask-image:linear-gradient(to_top,transparent,black_1.5rem)]"
    >
      <BenchSlot step={step} place={there} />
    </div>
  );
  return isDigitsBench(bench) ? <DigitsWork front={bench}>{shown}</DigitsWork> : shown;
}

function DigitsWork({ front, children }: { front: DigitsPlace['front']; children: ReactNode }) {
  const digits = useMemo<DigitsPlace>(
    () => ({
      parts: [front],
      front,
      onFront: () => {},
      classAt: null,
      view: null,
      usual: null,
      readRun: null,
      onDrawing: () => {},
    }),
    [front],
  );
  return <DigitsPlaceProvider place={digits}>{children}</DigitsPlaceProvider>;
}
