'use client';

import { DigitsBench } from '@/client/benches/digits/digits-bench';
import { useDigitsPlace } from '@/client/lesson/digits-place';
import { useTraining } from '@/client/training/use-training';

/** The digits bench as a step of a lesson: around the trainer of the page, alone or in a class. */
export default function DigitsStep() {
  const { training, snapshot } = useTraining();
  const place = useDigitsPlace();
  return <DigitsBench training={training} snapshot={snapshot} {...place} />;
}
