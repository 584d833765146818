'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DigitsBench } from '@/client/benches/digits/digits-bench';
import type { DigitsPlace } from '@/client/benches/digits/digits-place';
import { ALL_SETTINGS } from '@/client/benches/digits/training/settings-in-sight';
import { BenchWaiting } from '@/client/benches/playground/bench-waiting';
import { RunAnnouncer } from '@/client/benches/run/run-announcer';
import { RunBar } from '@/client/benches/run/run-bar';
import { TrainingProvider, useTraining } from '@/client/training/use-training';
import { useSavedState } from '@/client/ui/coming-back';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { DIGITS_BENCHES, type DigitsBenchId } from '@/lessons/bench';
import { DATASET_IDS, type DatasetId } from '@/protocol/datasets';
import { labLesson, picturesOf } from './lab-lesson';

/** The bench of the lessons about pictures with everything open, for one person alone. */
export default function DigitsLab() {
  const t = useTranslations('lab');
  const say = useTranslations('datasets');
  const [dataset, setDataset] = useSavedState<DatasetId>('lab:dataset', picturesOf(location.search));
  const lesson = useMemo(() => labLesson(dataset), [dataset]);
  return (
    <>
      <SegmentedControl
        label={t('pictures')}
        className="mb-3"
        value={dataset}
        onChange={setDataset}
        segments={DATASET_IDS.map((value) => ({ value, label: say(`${value}.name`) }))}
      />
      <TrainingProvider key={dataset} lesson={lesson} place={null} fallback={<BenchWaiting />}>
        <Digits />
      </TrainingProvider>
    </>
  );
}

function Digits() {
  const { training, snapshot } = useTraining();
  const [front, setFront] = useSavedState<DigitsBenchId>('lab:digits', 'digits-training');
  const place = useMemo<Omit<DigitsPlace, 'usual'>>(
    () => ({
      parts: DIGITS_BENCHES,
      front,
      onFront: setFront,
      classAt: null,
      view: null,
      readRun: null,
      onDrawing: () => {},
    }),
    [front, setFront],
  );
  return (
    <>
      <DigitsBench training={training} snapshot={snapshot} settings={ALL_SETTINGS} held={null} {...place} />
      <div className="sticky bottom-0 z-20 low:static -mx-[clamp(1rem,3vw,2.5rem)] mt-4">
        <RunBar training={training} snapshot={snapshot} ended={false} online />
      </div>
      <RunAnnouncer current={snapshot.current} />
    </>
  );
}
