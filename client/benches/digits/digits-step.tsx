'use client';

import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useTraining } from '@/client/training/use-training';
import type { DigitsBenchId } from '@/lessons/bench';
import { DigitsBench } from './digits-bench';
import { useDigitsPlace } from './digits-place';

/** The digits bench as a step of a lesson: around the trainer of the page, alone or in a class. */
export default function DigitsStep({ place }: BenchProps<DigitsBenchId>) {
  const { training, snapshot } = useTraining();
  const digits = useDigitsPlace();
  return <DigitsBench training={training} snapshot={snapshot} held={place.held} {...digits} />;
}
