'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { useServerWork } from '@/client/console/experiments/use-server-work';
import { LiveUnits } from '@/client/merge/live-units';
import { MergeResultView } from '@/client/merge/merge-result';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { LEAST_MERGED, MERGE_STARTS, type MergeStart } from '@/protocol/merge-settings';
import type { MergeConsole, MergeDesk } from '@/protocol/merge-views';
import type { TeacherView } from '@/protocol/views';
import { SmallNetworksDesk } from './small-networks-desk';

interface Props {
  view: TeacherView;
  merge: MergeConsole;
}

/** The class's networks are averaged, as they are and aligned: what is asked, how far the class is, and what came of it. */
export default function MergePanel({ view, merge: { now } }: Props) {
  const t = useTranslations('merge');
  const { session } = useConsole();
  return (
    <ExperimentPanel
      name="merge"
      title={t('title')}
      lead={t('lead')}
      now={now}
      live={view.class.phase === 'live'}
      ask={<Ask again={now !== null} />}
      going={now && <Going key={now.id} now={now} here={view.class.hereCount} />}
    >
      {now?.result && (
        <div className="mt-4 flex flex-col gap-4">
          <MergeResultView merge={now} result={now.result} />
          <LiveUnits session={session} merge={now} />
          <SmallNetworksDesk screen={view.screen} />
        </div>
      )}
    </ExperimentPanel>
  );
}

/** From which weights. */
function Ask({ again }: { again: boolean }) {
  const t = useTranslations('merge');
  const { ask } = useConsole();
  const [start, setStart] = useState<MergeStart>('own');
  return (
    <AskExperiment
      label={t(again ? 'askAgain' : 'ask')}
      again={again}
      hint={t('startHint')}
      onAsk={(mergeId) => void ask({ type: 'merge:ask', mergeId, start })}
    >
      <SegmentedControl
        label={t('startLabel')}
        labelVisible
        value={start}
        onChange={setStart}
        segments={MERGE_STARTS.map((value) => ({ value, label: t(`starts.${value}`) }))}
      />
    </AskExperiment>
  );
}

/** What the class does now, and what comes next: one press each. */
function Going({ now, here }: { now: MergeDesk; here: number }) {
  const t = useTranslations('merge');
  const { ask, session } = useConsole();
  const { id, start, stage, guessed, dealt, handedIn, leftOut } = now;
  const average = useServerWork(
    () => session.averageNetworks(id),
    (reason) => t('failed', { reason }),
  );
  const training = stage === 'training';
  return (
    <ExperimentGoing
      about={t('startNow', { start: t(`starts.${start}`) })}
      stand={
        training
          ? t('counts', {
              guessed,
              of: Math.max(guessed, here),
              handedIn,
              dealt: Math.max(handedIn, dealt),
            })
          : null
      }
      standTestId="merge-count"
      pending={average.busy ? t('averaging') : null}
      problem={average.problem}
      steps={
        training ? (
          <ExperimentButton
            look="primary"
            busy={average.busy}
            reason={handedIn < LEAST_MERGED ? t('tooFew') : undefined}
            onClick={average.begin}
          >
            {t('average')}
          </ExperimentButton>
        ) : (
          stage !== 'aligned' && (
            <ExperimentButton
              look="primary"
              onClick={() =>
                void ask({ type: 'merge:go', mergeId: id, stage: stage === 'average' ? 'align' : 'aligned' })
              }
            >
              {t(stage === 'average' ? 'align' : 'alignedAverage')}
            </ExperimentButton>
          )
        )
      }
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'merge:close', mergeId: id })}
    >
      {training &&
        (['shape', 'start'] as const).map(
          (reason) =>
            leftOut[reason] > 0 && (
              <p key={reason} className="mb-2 text-sm text-warn">
                {t(`leftOut.${reason}`, { count: leftOut[reason] })}
              </p>
            ),
        )}
    </ExperimentGoing>
  );
}
