'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { FoolStanding } from '@/client/fool/fool-standing';
import { broken } from '@/client/i18n/broken';
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
  const { ask, nameOf } = useConsole();
  const students = useMemo(() => new Map(view.roster.map((one) => [one.id, one])), [view.roster]);
  const called = (studentId: string | null) => {
    const student = studentId === null ? undefined : students.get(studentId);
    return student ? nameOf(student) : t('gone');
  };
  return (
    <ExperimentPanel
      name="fool"
      title={t('title')}
      lead={t('lead')}
      now={now}
      live={view.class.phase === 'live'}
      ask={
        <AskExperiment
          label={t(now ? 'askAgain' : 'ask')}
          again={now !== null}
          reason={networks < FOOL.leastNetworks ? t('tooFew') : undefined}
          onAsk={(foolId) => void ask({ type: 'fool:ask', foolId })}
        >
          <p className="tabular text-sm">{t('networks', { count: networks })}</p>
        </AskExperiment>
      }
      going={now && <Going now={now} leader={called(now.leaderId)} />}
    >
      {now !== null && (
        <>
          <FoolStanding standing={now.standing} called={called} />
          <FoolEvidenceList now={now} called={called} />
        </>
      )}
    </ExperimentPanel>
  );
}

/** What the class does now, and what it could do next. */
function Going({ now, leader }: { now: FoolDesk; leader: string }) {
  const t = useTranslations('fool');
  const { ask, offlineReason } = useConsole();
  const { id, stage, tries, fooled, judged, others } = now;
  return (
    <ExperimentGoing
      about={broken(t('leaderAgainst', { name: leader, others }))}
      stand={t('counts', { tries, fooled, judged })}
      standTestId="fool-count"
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'fool:close', foolId: id })}
    >
      <SegmentedControl
        label={t('stageLabel')}
        labelVisible
        value={stage}
        disabled={offlineReason !== undefined}
        onChange={(to) => void ask({ type: 'fool:go', foolId: id, stage: to })}
        segments={FOOL_STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
      />
      <p className="mt-2 mb-3 text-xs text-ink-soft">{broken(t(`stageHint.${stage}`))}</p>
    </ExperimentGoing>
  );
}
