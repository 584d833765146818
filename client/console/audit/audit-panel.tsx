'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuditResultView } from '@/client/audit/audit-result';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { useServerWork } from '@/client/console/experiments/use-server-work';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { AUDIT_KINDS, AUDIT_STAGES, type AuditKind } from '@/protocol/audit-settings';
import type { AuditConsole, AuditDesk } from '@/protocol/audit-views';
import type { TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  audit: AuditConsole;
}

/** What did the networks really learn? What is dealt, how far the class is, and what came of it, one press after another. */
export default function AuditPanel({ view, audit: { now } }: Props) {
  const t = useTranslations('audit');
  return (
    <ExperimentPanel
      name="audit"
      title={t('title')}
      lead={t('lead')}
      now={now}
      live={view.class.phase === 'live'}
      ask={<Ask again={now !== null} />}
      going={now && <Going key={now.id} now={now} here={view.class.hereCount} />}
    >
      {now?.result && (
        <div className="mt-4">
          <AuditResultView audit={now} result={now.result} />
        </div>
      )}
    </ExperimentPanel>
  );
}

/** What is dealt. */
function Ask({ again }: { again: boolean }) {
  const t = useTranslations('audit');
  const { ask } = useConsole();
  const [kind, setKind] = useState<AuditKind>('mixed');
  return (
    <AskExperiment
      label={t(again ? 'askAgain' : 'ask')}
      again={again}
      hint={t('kindHint')}
      onAsk={(auditId) => void ask({ type: 'audit:ask', auditId, kind })}
    >
      <SegmentedControl
        label={t('kindLabel')}
        labelVisible
        value={kind}
        onChange={setKind}
        segments={AUDIT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
    </AskExperiment>
  );
}

/** What the class does now, and what comes next: one press each. */
function Going({ now, here }: { now: AuditDesk; here: number }) {
  const t = useTranslations('audit');
  const { ask, session } = useConsole();
  const { id, kind, stage, guessed, dealt, handedIn, early } = now;
  const next = AUDIT_STAGES[AUDIT_STAGES.indexOf(stage) + 1];
  const run = useServerWork(
    () => session.runAudit(id),
    (reason) => t('failed', { reason }),
  );
  const training = stage === 'training';
  return (
    <ExperimentGoing
      about={t('kindNow', { kind: t(`kinds.${kind}`) })}
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
      standTestId="audit-count"
      pending={run.busy ? t('running') : null}
      problem={run.problem}
      steps={
        training ? (
          <ExperimentButton
            look="primary"
            busy={run.busy}
            reason={handedIn === 0 ? t('tooFew') : undefined}
            onClick={run.begin}
          >
            {t('run')}
          </ExperimentButton>
        ) : (
          stage !== 'further' &&
          next && (
            <ExperimentButton
              look="primary"
              onClick={() => void ask({ type: 'audit:go', auditId: id, stage: next })}
            >
              {t(`next.${stage}`)}
            </ExperimentButton>
          )
        )
      }
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'audit:close', auditId: id })}
    >
      {training && early > 0 && <p className="mb-2 text-sm text-warn">{t('early', { count: early })}</p>}
    </ExperimentGoing>
  );
}
