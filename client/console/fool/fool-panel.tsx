'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { FoolStanding } from '@/client/fool/fool-standing';
import { broken } from '@/client/i18n/broken';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { FOOL, FOOL_STAGES } from '@/protocol/fool-rules';
import type { FoolConsole, FoolDesk } from '@/protocol/fool-views';
import type { TeacherView } from '@/protocol/views';
import { FoolEvidenceList } from './fool-evidence-list';

interface Props {
  view: TeacherView;
  fool: FoolConsole;
}

/** The class fools the network that leads: begins it, takes it from stage to stage, and has every drawing with what speaks for it. */
export default function FoolPanel({ view, fool: { networks, now } }: Props) {
  const t = useTranslations('fool');
  const { ask, offlineReason, nameOf } = useConsole();
  const live = view.class.phase === 'live';
  const open = now?.open ?? false;
  const students = useMemo(() => new Map(view.roster.map((one) => [one.id, one])), [view.roster]);
  const called = (studentId: string | null) => {
    const student = studentId === null ? undefined : students.get(studentId);
    return student ? nameOf(student) : t('gone');
  };
  return (
    <Card as="section" title={t('title')} data-testid="fool-panel" data-stage={open ? now!.stage : 'none'}>
      {now === null && <p className="mb-2 text-sm text-ink-soft">{broken(t('lead'))}</p>}
      {open ? (
        <Going now={now!} leader={called(now!.leaderId)} />
      ) : (
        live && (
          <>
            <p className="tabular mb-2 text-sm">{t('networks', { count: networks })}</p>
            <Button
              look={now ? 'secondary' : 'primary'}
              disabledReason={offlineReason ?? (networks < FOOL.leastNetworks ? t('tooFew') : undefined)}
              onClick={() => void ask({ type: 'fool:ask', foolId: randomId() })}
            >
              {t(now ? 'askAgain' : 'ask')}
            </Button>
          </>
        )
      )}
      {now !== null && (
        <>
          <FoolStanding standing={now.standing} called={called} />
          <FoolEvidenceList now={now} called={called} />
        </>
      )}
    </Card>
  );
}

/** What the class does now, and what it could do next. */
function Going({ now, leader }: { now: FoolDesk; leader: string }) {
  const t = useTranslations('fool');
  const { ask, offlineReason } = useConsole();
  const { id, stage, tries, fooled, judged, others } = now;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-sm">{broken(t('leaderAgainst', { name: leader, others }))}</p>
      <SegmentedControl
        label={t('stageLabel')}
        labelVisible
        value={stage}
        disabled={offlineReason !== undefined}
        onChange={(to) => void ask({ type: 'fool:go', foolId: id, stage: to })}
        segments={FOOL_STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
      />
      <p className="text-xs text-ink-soft">{broken(t(`stageHint.${stage}`))}</p>
      <LiveRegion visible className="text-sm">
        <p className="tabular" data-testid="fool-count">
          {t('counts', { tries, fooled, judged })}
        </p>
      </LiveRegion>
      <Button disabledReason={offlineReason} onClick={() => void ask({ type: 'fool:close', foolId: id })}>
        {t('close')}
      </Button>
    </div>
  );
}
