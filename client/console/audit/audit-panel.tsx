'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AuditResultView } from '@/client/audit/audit-result';
import { useConsole } from '@/client/console/console-context';
import { broken } from '@/client/i18n/broken';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
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
  const live = view.class.phase === 'live';
  const open = now?.open ?? false;
  return (
    <Card as="section" title={t('title')} data-testid="audit-panel" data-stage={open ? now!.stage : 'none'}>
      {now === null && <p className="mb-2 text-sm text-ink-soft">{broken(t('lead'))}</p>}
      {open ? <Going now={now!} here={view.class.hereCount} /> : live && <Ask again={now !== null} />}
      {now?.result && (
        <div className="mt-4">
          <AuditResultView audit={now} result={now.result} />
        </div>
      )}
    </Card>
  );
}

/** What is dealt, and off it goes. */
function Ask({ again }: { again: boolean }) {
  const t = useTranslations('audit');
  const { ask, offlineReason } = useConsole();
  const [kind, setKind] = useState<AuditKind>('mixed');
  return (
    <div className="flex flex-col items-start gap-2">
      <SegmentedControl
        label={t('kindLabel')}
        labelVisible
        value={kind}
        onChange={setKind}
        segments={AUDIT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <p className="text-xs text-ink-soft">{broken(t('kindHint'))}</p>
      <Button
        look={again ? 'secondary' : 'primary'}
        disabledReason={offlineReason}
        onClick={() => void ask({ type: 'audit:ask', auditId: randomId(), kind })}
      >
        {t(again ? 'askAgain' : 'ask')}
      </Button>
    </div>
  );
}

/** What the class does now, and what comes next: one press each. */
function Going({ now, here }: { now: AuditDesk; here: number }) {
  const t = useTranslations('audit');
  const { ask, session, offlineReason } = useConsole();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, kind, stage, guessed, dealt, handedIn, early } = now;
  const next = AUDIT_STAGES[AUDIT_STAGES.indexOf(stage) + 1];
  const run = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await session.runAudit(id);
    setBusy(false);
    if (!answer.ok) setProblem(t('failed', { reason: refusalText(answer.code) }));
  };
  return (
    <>
      <p className="mb-1 text-sm text-ink-soft">{t('kindNow', { kind: t(`kinds.${kind}`) })}</p>
      <LiveRegion visible className="text-sm">
        {busy ? (
          <p className="mb-2 font-semibold text-accent">{t('running')}</p>
        ) : (
          stage === 'training' && (
            <p className="tabular mb-2" data-testid="audit-count">
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
      {stage === 'training' && early > 0 && (
        <p className="mb-2 text-sm text-warn">{t('early', { count: early })}</p>
      )}
      {problem !== null && (
        <p role="alert" className="mb-2 text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {stage === 'training' ? (
          <Button
            look="primary"
            busy={busy}
            disabledReason={offlineReason ?? (handedIn === 0 ? t('tooFew') : undefined)}
            onClick={() => void run()}
          >
            {t('run')}
          </Button>
        ) : (
          stage !== 'further' &&
          next && (
            <Button
              look="primary"
              disabledReason={offlineReason}
              onClick={() => void ask({ type: 'audit:go', auditId: id, stage: next })}
            >
              {t(`next.${stage}`)}
            </Button>
          )
        )}
        <Button disabledReason={offlineReason} onClick={() => void ask({ type: 'audit:close', auditId: id })}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
