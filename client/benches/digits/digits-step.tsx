'use client';

import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useOpenPiece } from '@/client/benches/frame/use-laid';
import { useReached } from '@/client/benches/frame/use-reached';
import { useOpenTraining } from '@/client/benches/run/use-open-training';
import { useTraining } from '@/client/training/use-training';
import type { DigitsBenchId } from '@/lessons/bench';
import { DigitsBench } from './digits-bench';
import { useDigitsPlace } from './digits-place';

/** The digits bench as a step of a lesson: around the trainer of the page, alone or in a class. */
export default function DigitsStep({ place }: BenchProps<DigitsBenchId>) {
  const { training, snapshot } = useTraining();
  const digits = useDigitsPlace();
  useReached(
    place,
    'run',
    digits.classAt === 'digits-training' ? Number(snapshot.current?.state === 'finished') : null,
    1,
  );
  useOpenTraining(place.open, training, snapshot);
  useOpenPiece(place.open, 'front', { read: () => digits.front });
  return <DigitsBench training={training} snapshot={snapshot} held={place.held} looks={place} {...digits} />;
}
