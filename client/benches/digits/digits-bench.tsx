'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Looks } from '@/client/benches/frame/bench-place';
import { RunNotices } from '@/client/benches/run/run-notices';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import type { Elements } from '@/client/ui/elements';
import { Tabs } from '@/client/ui/tabs';
import type { DigitsBenchId } from '@/lessons/bench';
import type { RunReadAnswer } from '@/protocol/events';
import type { StudentView } from '@/protocol/views';
import { ChallengePanel } from './challenge/challenge-panel';
import type { AloneChallengePlace } from './digits-place';
import { DrawingPanel } from './drawing/drawing-panel';
import { PicturesPanel } from './pictures/pictures-panel';
import type { OfferedSettings } from './training/settings-in-sight';
import { TrainingPanel } from './training/training-panel';

export interface DigitsBenchProps {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
  /** Why the bench waits, or null. */
  held: string | null;
  /** The parts that are there; several have a row of tabs. */
  parts: readonly DigitsBenchId[];
  /** The one in front. */
  front: DigitsBenchId;
  onFront(bench: DigitsBenchId): void;
  /** The part at which the class is; null alone. */
  classAt: DigitsBenchId | null;
  /** The class, as this student may see it; null alone. */
  view: StudentView | null;
  /** The server's clock now, milliseconds since 1970; left out alone. */
  serverNow?: (() => number) | undefined;
  /** The lesson's challenge, alone; left out: as the lab has it. */
  alone?: AloneChallengePlace | undefined;
  /** What may be chosen for a training, and what needs no asking for. */
  settings: OfferedSettings;
  readRun: ((runId: string) => Promise<RunReadAnswer>) | null;
  /** Who looks at the bench, or whose it is; left out in the lab. */
  looks?: Looks;
  /** The hand is on the paper. */
  onDrawing(busy: boolean): void;
}

const NO_LESSON: AloneChallengePlace = { minutes: null, pictures: null };
const NOBODY_LOOKS: Looks = {};

/** The bench of the lessons about pictures: parts around one trainer. */
export function DigitsBench(props: DigitsBenchProps) {
  const { training, snapshot, held, parts, onFront, classAt, view } = props;
  // A step is there before its part has come to the front.
  const front = parts.includes(props.front) ? props.front : parts[0]!;
  const t = useTranslations('bench');
  const { dataset } = snapshot.draft;
  // Pictures can be looked at without a network; everything else is about one.
  useEffect(() => {
    if (front !== 'digits-pictures') training.prepare();
  }, [training, front]);
  const contents: Record<DigitsBenchId, () => Elements> = {
    'digits-pictures': () => (
      <PicturesPanel
        key={picturesOf(snapshot)}
        training={training}
        dataset={dataset}
        progress={snapshot.progress}
        looks={props.looks ?? NOBODY_LOOKS}
      />
    ),
    'digits-training': () => (
      <TrainingPanel
        training={training}
        snapshot={snapshot}
        settings={props.settings}
        readRun={props.readRun}
        as={props.looks?.shown ? 'shown' : view?.class.phase === 'ended' ? 'ended' : 'own'}
      />
    ),
    'digits-drawing': () => (
      // Paper is no form control: the fieldset around it would not keep the pen away.
      <div inert={held !== null}>
        <DrawingPanel
          training={training}
          dataset={dataset}
          current={snapshot.current}
          looks={props.looks ?? NOBODY_LOOKS}
          onBusy={props.onDrawing}
        />
      </div>
    ),
    'digits-challenge': () => (
      <ChallengePanel
        training={training}
        snapshot={snapshot}
        view={view}
        serverNow={props.serverNow}
        alone={props.alone ?? NO_LESSON}
        onTrain={() => onFront('digits-training')}
      />
    ),
  };
  return (
    <div className="min-w-0">
      <RunNotices training={training} snapshot={snapshot} />
      {held !== null && (
        <p className="mb-2 w-fit rounded-md border border-line-strong bg-surface-sunken px-4 py-1 text-sm font-semibold">
          {held}
        </p>
      )}
      <fieldset disabled={held !== null} className="min-w-0">
        <legend className="sr-only">{t('tabs.label')}</legend>
        {parts.length === 1 ? (
          <div>{contents[front]()}</div>
        ) : (
          <Tabs
            label={t('tabs.label')}
            value={front}
            onChange={onFront}
            tabs={parts.map((part) => ({
              value: part,
              label: (
                <>
                  <span>{t(`tabs.${part}`)}</span>
                  {part === classAt && (
                    <span className="ml-1.5 inline-block size-2 rounded-full bg-accent align-[0.1em]">
                      <span className="sr-only">{` (${t('tabs.classIsHere')})`}</span>
                    </span>
                  )}
                </>
              ),
              content: part === front ? contents[part]() : null,
            }))}
          />
        )}
      </fieldset>
    </div>
  );
}

/** Which pictures a run has: those that a rule has changed are leafed through anew. */
function picturesOf({ current, draft }: TrainingSnapshot): string {
  const { data, seed } = current?.experiment ?? draft;
  return data === undefined ? 'as they are' : `${data} ${seed}`;
}
