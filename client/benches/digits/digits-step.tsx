'use client';

import { useMemo } from 'react';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useOpenPiece } from '@/client/benches/frame/use-laid';
import { useReached } from '@/client/benches/frame/use-reached';
import { RunBar } from '@/client/benches/run/run-bar';
import { readoutOf } from '@/client/benches/run/run-readout';
import { useOpenTraining } from '@/client/benches/run/use-open-training';
import type { TrainingSnapshot } from '@/client/training/training';
import { useTraining } from '@/client/training/use-training';
import type { DigitsBenchId } from '@/lessons/bench';
import { DigitsBench } from './digits-bench';
import { useDigitsPlace } from './digits-place';
import { settingsTried } from './settings-tried';

/** What was submitted was judged: by the server in a class, alone by the page. */
function isHandedIn({ alone, current, runs }: TrainingSnapshot): boolean {
  return alone === null
    ? current?.scored != null || runs.some(({ verifiedAccuracy }) => verifiedAccuracy !== null)
    : alone.count > 0;
}

/** The digits bench as a step of a lesson: around the trainer of the page, alone or in a class. */
export default function DigitsStep({ options, place }: BenchProps<DigitsBenchId>) {
  const { training, snapshot } = useTraining();
  const { usual, ...digits } = useDigitsPlace();
  const listed = 'settings' in options ? options.settings : null;
  const settings = useMemo(() => ({ listed, usual }), [listed, usual]);
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
    handedIn: isHandedIn(snapshot),
  });
  useOpenTraining(place.open, training, snapshot);
  useOpenPiece(place.open, 'front', { read: () => digits.front });
  const { barred, ...parts } = digits;
  const bench = (
    <DigitsBench {...{ training, snapshot, settings }} held={place.held} looks={place} {...parts} />
  );
  if (!barred) return bench;
  return (
    <>
      {bench}
      <RunBar training={training} snapshot={snapshot} ended={false} online />
    </>
  );
}
