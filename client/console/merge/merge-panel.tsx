'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { broken } from '@/client/i18n/broken';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { randomId } from '@/client/live/random-id';
import { LiveUnits } from '@/client/merge/live-units';
import { MergeResultView } from '@/client/merge/merge-result';
import { SmallNetworks } from '@/client/merge/small-networks';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { LEAST_MERGED, MERGE_STARTS, type MergeStart } from '@/protocol/merge-settings';
import type { MergeConsole, MergeDesk } from '@/protocol/merge-views';
import type { TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  merge: MergeConsole;
}

/** The class's networks are averaged, as they are and aligned: what is asked, how far the class is, and what came of it. */
export default function MergePanel({ view, merge: { now } }: Props) {
  const t = useTranslations('merge');
  const { session } = useConsole();
  const live = view.class.phase === 'live';
  const open = now?.open ?? false;
  return (
    <Card as="section" title={t('title')} data-testid="merge-panel" data-stage={open ? now!.stage : 'none'}>
      {now === null && <p className="mb-2 text-sm text-ink-soft">{broken(t('lead'))}</p>}
      {open ? <Going now={now!} here={view.class.hereCount} /> : live && <Ask again={now !== null} />}
      {now?.result && (
        <div className="mt-4 flex flex-col gap-4">
          <MergeResultView merge={now} result={now.result} />
          <LiveUnits session={session} merge={now} />
          <SmallNetworks />
        </div>
      )}
    </Card>
  );
}

/** From which weights, and off it goes. */
function Ask({ again }: { again: boolean }) {
  const t = useTranslations('merge');
  const { ask, offlineReason } = useConsole();
  const [start, setStart] = useState<MergeStart>('own');
  return (
    <div className="flex flex-col items-start gap-2">
      <SegmentedControl
        label={t('startLabel')}
        labelVisible
        value={start}
        onChange={setStart}
        segments={MERGE_STARTS.map((value) => ({ value, label: t(`starts.${value}`) }))}
      />
      <p className="text-xs text-ink-soft">{broken(t('startHint'))}</p>
      <Button
        look={again ? 'secondary' : 'primary'}
        disabledReason={offlineReason}
        onClick={() => void ask({ type: 'merge:ask', mergeId: randomId(), start })}
      >
        {t(again ? 'askAgain' : 'ask')}
      </Button>
    </div>
  );
}

/** What the class does now, and what comes next: one press each. */
function Going({ now, here }: { now: MergeDesk; here: number }) {
  const t = useTranslations('merge');
  const { ask, session, offlineReason } = useConsole();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, start, stage, guessed, dealt, handedIn, leftOut } = now;
  const average = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await session.averageNetworks(id);
    setBusy(false);
    if (!answer.ok) setProblem(t('failed', { reason: refusalText(answer.code) }));
  };
  return (
    <>
      <p className="mb-1 text-sm text-ink-soft">{t('startNow', { start: t(`starts.${start}`) })}</p>
      <LiveRegion visible className="text-sm">
        {busy ? (
          <p className="mb-2 font-semibold text-accent">{t('averaging')}</p>
        ) : (
          stage === 'training' && (
            <p className="tabular mb-2" data-testid="merge-count">
              {t('counts', {
                guessed,
                of: Math.max(guessed, here),
                handedIn,
                dealt: Math.max(handedIn, dealt),
              })}
            </p>
          )
        )}
      </LiveRegion>
      {stage === 'training' &&
        (['shape', 'start'] as const).map(
          (reason) =>
            leftOut[reason] > 0 && (
              <p key={reason} className="mb-2 text-sm text-warn">
                {t(`leftOut.${reason}`, { count: leftOut[reason] })}
              </p>
            ),
        )}
      {problem !== null && (
        <p role="alert" className="mb-2 text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {stage === 'training' && (
          <Button
            look="primary"
            busy={busy}
            disabledReason={offlineReason ?? (handedIn < LEAST_MERGED ? t('tooFew') : undefined)}
            onClick={() => void average()}
          >
            {t('average')}
          </Button>
        )}
        {(stage === 'average' || stage === 'align') && (
          <Button
            look="primary"
            disabledReason={offlineReason}
            onClick={() =>
              void ask({ type: 'merge:go', mergeId: id, stage: stage === 'average' ? 'align' : 'aligned' })
            }
          >
            {t(stage === 'average' ? 'align' : 'alignedAverage')}
          </Button>
        )}
        <Button disabledReason={offlineReason} onClick={() => void ask({ type: 'merge:close', mergeId: id })}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
