'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ChallengePanel } from '@/client/benches/digits/challenge/challenge-panel';
import { DrawingPanel } from '@/client/benches/digits/drawing/drawing-panel';
import { PicturesPanel } from '@/client/benches/digits/pictures/pictures-panel';
import { TrainingPanel } from '@/client/benches/digits/training/training-panel';
import { RunNotices } from '@/client/benches/run/run-notices';
import type { Training, TrainingSnapshot } from '@/client/training/training';
import { Tabs } from '@/client/ui/tabs';
import type { DigitsBenchId } from '@/lessons/bench';
import type { RunReadAnswer } from '@/protocol/events';
import type { StudentView } from '@/protocol/views';

export interface DigitsBenchProps {
  training: Training;
  snapshot: TrainingSnapshot;
  /** The part in front. */
  front: DigitsBenchId;
  onFront(bench: DigitsBenchId): void;
  /** The part at which the class is; null alone. */
  classAt: DigitsBenchId | null;
  /** The class, as this student may see it; null alone. */
  view: StudentView | null;
  readRun: ((runId: string) => Promise<RunReadAnswer>) | null;
  /** The hand is on the paper. */
  onDrawing(busy: boolean): void;
}

const PARTS: readonly DigitsBenchId[] = [
  'digits-pictures',
  'digits-training',
  'digits-drawing',
  'digits-challenge',
];

/** The bench of the digits lesson: four parts around one trainer. */
export function DigitsBench(props: DigitsBenchProps) {
  const { training, snapshot, front, onFront, classAt, view } = props;
  const t = useTranslations('bench');
  const contents: Record<DigitsBenchId, () => ReactNode> = {
    'digits-pictures': () => <PicturesPanel training={training} progress={snapshot.progress} />,
    'digits-training': () => (
      <TrainingPanel
        training={training}
        snapshot={snapshot}
        readRun={props.readRun}
        ended={view?.class.phase === 'ended'}
      />
    ),
    'digits-drawing': () => (
      <DrawingPanel training={training} current={snapshot.current} onBusy={props.onDrawing} />
    ),
    'digits-challenge': () => (
      <ChallengePanel
        training={training}
        snapshot={snapshot}
        view={view}
        onTrain={() => onFront('digits-training')}
      />
    ),
  };
  return (
    <div className="min-w-0">
      <RunNotices training={training} snapshot={snapshot} />
      <Tabs
        label={t('tabs.label')}
        value={front}
        onChange={onFront}
        tabs={PARTS.map((part) => ({
          value: part,
          label: (
            <>
              {t(`tabs.${part}`)}
              {part === classAt && (
                <span className="ml-1.5 inline-block size-2 rounded-full bg-accent align-[0.1em]">
                  <span className="sr-only"> ({t('tabs.classIsHere')})</span>
                </span>
              )}
            </>
          ),
          content: part === front ? contents[part]() : null,
        }))}
      />
    </div>
  );
}
