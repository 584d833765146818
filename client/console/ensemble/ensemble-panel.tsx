'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AloneList } from '@/client/ensemble/alone-list';
import { EnsembleResultView } from '@/client/ensemble/ensemble-result';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { LEAST_NETWORKS } from '@/protocol/ensemble-outcome';
import type { TeacherView } from '@/protocol/views';

/** The class's networks vote: the class is asked what will come of it, then the server counts. */
export default function EnsemblePanel({ view }: { view: TeacherView }) {
  const t = useTranslations('ensemble');
  const { ask, session, offlineReason, nameOf } = useConsole();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { networks, now } = view.ensemble;
  const live = view.class.phase === 'live';
  const asked = now?.open === true && now.result === null ? now : null;
  const begin = () => {
    setProblem(null);
    void ask({ type: 'ensemble:ask', ensembleId: randomId() });
  };
  const count = async (ensembleId: string) => {
    setBusy(true);
    setProblem(null);
    const answer = await session.countEnsemble(ensembleId);
    setBusy(false);
    if (!answer.ok) setProblem(t('failed', { reason: refusalText(answer.code) }));
  };
  const tooFew = networks < LEAST_NETWORKS ? t('networks', { count: networks }) : undefined;
  const students = new Map(view.roster.map((student) => [student.id, student]));
  return (
    <Card
      as="section"
      title={t('title')}
      data-testid="ensemble-panel"
      data-state={asked ? 'asked' : now?.result ? 'counted' : 'none'}
    >
      {now === null && <p className="mb-2 text-sm text-ink-soft">{t('lead')}</p>}
      <LiveRegion visible className="text-sm">
        {busy ? (
          <p className="mb-2 font-semibold text-accent">{t('counting')}</p>
        ) : asked ? (
          <p className="tabular mb-2 font-semibold" data-testid="ensemble-guessed">
            {t('guessed', {
              count: asked.guessed,
              of: Math.max(asked.guessed, view.class.hereCount),
            })}
          </p>
        ) : (
          live && <p className="tabular mb-2">{t('networks', { count: networks })}</p>
        )}
      </LiveRegion>
      {problem !== null && (
        <p role="alert" className="mb-2 text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
      {live && (
        <div className="flex flex-wrap gap-2">
          {asked ? (
            <Button
              look="primary"
              busy={busy}
              disabledReason={offlineReason ?? tooFew}
              onClick={() => void count(asked.id)}
            >
              {t('count')}
            </Button>
          ) : (
            <Button
              look={now ? 'secondary' : 'primary'}
              disabledReason={offlineReason ?? tooFew}
              onClick={begin}
            >
              {t(now?.result ? 'again' : 'ask')}
            </Button>
          )}
          {now?.open && (
            <Button
              disabledReason={offlineReason}
              onClick={() => void ask({ type: 'ensemble:close', ensembleId: now.id })}
            >
              {t('close')}
            </Button>
          )}
        </div>
      )}
      {now?.result && (
        <div className="mt-4">
          <EnsembleResultView result={now.result} />
          <AloneList
            alone={now.alone.flatMap(({ studentId, pictures }) => {
              const student = students.get(studentId);
              return student ? [{ id: studentId, name: nameOf(student), pictures }] : [];
            })}
          />
        </div>
      )}
    </Card>
  );
}
