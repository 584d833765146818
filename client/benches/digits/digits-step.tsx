'use client';

import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useOpenPiece } from '@/client/benches/frame/use-laid';
import { useReached } from '@/client/benches/frame/use-reached';
import { readoutOf } from '@/client/benches/run/run-readout';
import { useOpenTraining } from '@/client/benches/run/use-open-training';
import { useTraining } from '@/client/training/use-training';
import type { DigitsBenchId } from '@/lessons/bench';
import { DigitsBench } from './digits-bench';
import { useDigitsPlace } from './digits-place';
import { settingsTried } from './settings-tried';

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
  const current = readoutOf(snapshot.current);
  useFacts<DigitsBenchId>(place, {
    ...{ finished: current.state === 'finished', accuracy: current.validationAccuracy ?? 0 },
    tried: settingsTried(snapshot.runs),
    handedIn:
      snapshot.current?.scored != null ||
      snapshot.runs.some(({ verifiedAccuracy }) => verifiedAccuracy !== null),
  });
  useOpenTraining(place.open, training, snapshot);
  useOpenPiece(place.open, 'front', { read: () => digits.front });
  return <DigitsBench training={training} snapshot={snapshot} held={place.held} looks={place} {...digits} />;
}
