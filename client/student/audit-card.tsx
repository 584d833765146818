'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { AuditResultView } from '@/client/audit/audit-result';
import { useAuditWords } from '@/client/audit/audit-words';
import { PixelPad } from '@/client/audit/pixel-pad';
import { broken } from '@/client/i18n/broken';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import type { StudentSession } from '@/client/live/class-session';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import { AUDIT_SHARES, auditShare } from '@/protocol/audit-figures';
import { AUDIT_DATA, hasSeenInAudit } from '@/protocol/audit-settings';
import type { AuditResult, OwnAudit } from '@/protocol/audit-views';
import { DATASETS } from '@/protocol/datasets';
import { isSameExperiment } from '@/protocol/same-experiment';

interface Props {
  session: Pick<StudentSession, 'command'>;
  audit: OwnAudit;
  /** The trainer of the step in front; null: it trains no pictures. */
  trainer: { training: BenchTraining; snapshot: TrainingSnapshot } | null;
}

/** What did it really learn? A student trains what was dealt, guesses, looks for a trick with the tools of the bench, and sees what it was. */
export default function AuditCard({ session, audit, trainer }: Props) {
  const t = useTranslations('audit');
  const card = useRef<HTMLElement>(null);
  const { id, stage, result } = audit;
  const isOpen = !hasSeenInAudit(stage, 'data');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, and what came of it, asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage]);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="audit"
      data-stage={stage}
      data-share={audit.share ?? ''}
      data-data={audit.data ?? ''}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <Search aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {result === null ? (
            <>
              <p className="font-semibold">{broken(t('question'))}</p>
              <Training audit={audit} trainer={trainer} />
              <Guess session={session} audit={audit} question="share" />
            </>
          ) : (
            <Told audit={audit} result={result} />
          )}
          {isOpen && (
            <>
              <Guess session={session} audit={audit} question="data" />
              <Tools session={session} audit={audit} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** What was dealt, and the way to the bench. */
function Training({ audit, trainer }: Pick<Props, 'audit' | 'trainer'>) {
  const t = useTranslations('audit');
  const { experiment, isHandedIn, early } = audit;
  if (experiment === null) return <p className="mt-2 text-sm">{t('none')}</p>;
  const snapshot = trainer?.snapshot;
  const stands =
    snapshot !== undefined &&
    (isSameExperiment(snapshot.draft, experiment) ||
      (snapshot.current !== null && isSameExperiment(snapshot.current.experiment, experiment)));
  return (
    <div className="mt-2">
      <LiveRegion visible className="text-sm">
        {isHandedIn ? (
          <p>{broken(t('handedIn'))}</p>
        ) : early ? (
          <p className="font-semibold">{broken(t('tooEarly'))}</p>
        ) : stands ? (
          <p>{broken(t('train'))}</p>
        ) : trainer === null ? (
          <p>{broken(t('putLater'))}</p>
        ) : null}
      </LiveRegion>
      {!isHandedIn && !stands && trainer !== null && (
        <Button look="primary" className="mt-2" onClick={() => trainer.training.setDraft(experiment)}>
          {t('put')}
        </Button>
      )}
    </div>
  );
}

function Guess({
  session,
  audit,
  question,
}: Pick<Props, 'session' | 'audit'> & { question: 'share' | 'data' }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const choices = question === 'share' ? words.shares : words.data;
  const guess = audit[question];
  // Handing in tells the student what it is right on.
  const kept = question === 'share' && (audit.isHandedIn || audit.early);
  return (
    <div className="mt-3 border-t border-line pt-2">
      <p className="text-sm font-semibold">{broken(t(`${question}.question`))}</p>
      {kept ? (
        guess !== null && (
          <p className="mt-1 text-sm">{broken(t('share.kept', { choice: choices[guess] ?? '' }))}</p>
        )
      ) : (
        <ChoiceForm
          key={audit.id}
          title={t(`${question}.question`)}
          choices={choices}
          initial={guess}
          commitLabel={t(guess === null ? 'guess' : 'change')}
          disabledReason={(chosen) =>
            chosen === null ? t('chooseFirst') : chosen === guess ? t('standsShort') : undefined
          }
          onCommit={(choice) => session.command({ type: 'audit:guess', auditId: audit.id, question, choice })}
          failed={(reason) => t('guessFailed', { reason })}
        >
          <LiveRegion visible className="basis-full text-sm empty:hidden">
            {guess !== null && <p>{broken(t(`${question}.stands`, { choice: choices[guess] ?? '' }))}</p>}
          </LiveRegion>
        </ChoiceForm>
      )}
    </div>
  );
}

const TOOLS = ['pictures', 'curves', 'weights', 'inside'] as const;

/** Where to look for a trick, and where to point once it is found. */
function Tools({ session, audit: { id, dataset, tap } }: Pick<Props, 'session' | 'audit'>) {
  const t = useTranslations('audit');
  return (
    <details className="mt-3 border-t border-line pt-2 text-sm" data-testid="audit-tools">
      <summary className="cursor-pointer font-semibold">{t('tap.title')}</summary>
      <p className="mt-2 font-semibold">{t('tools.title')}</p>
      <ul className="mb-3 list-disc pl-5">
        {TOOLS.map((tool) => (
          <li key={tool}>{broken(t(`tools.${tool}`))}</li>
        ))}
      </ul>
      <PixelPad
        key={id}
        dataset={dataset}
        tap={tap}
        onCommit={(pixel) => session.command({ type: 'audit:tap', auditId: id, pixel })}
      />
    </details>
  );
}

function Told({ audit, result }: Pick<Props, 'audit'> & { result: AuditResult }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const { own, share, data, tap, dataset } = audit;
  const hidden = own?.figures.hidden;
  const { side } = DATASETS[dataset];
  return (
    <div className="flex flex-col gap-3">
      <LiveRegion visible className="text-sm">
        {share !== null && hidden !== undefined && (
          <Verdict
            text={t('yours', { choice: words.shares[share] ?? '' })}
            right={AUDIT_SHARES[share] === auditShare(hidden)}
          />
        )}
        {own?.data && (
          <p className="font-semibold">
            {broken(t('ownData', { choice: words.data[AUDIT_DATA.indexOf(own.data)] ?? '' }))}
          </p>
        )}
        {own?.data && data !== null && (
          <Verdict
            text={t('yours', { choice: words.data[data] ?? '' })}
            right={AUDIT_DATA[data] === own.data}
          />
        )}
        {own?.data && tap !== null && (
          <p>
            {broken(
              t(own.marks?.flat().includes(tap) ? 'tap.right' : 'tap.wrong', {
                row: Math.floor(tap / side) + 1,
                column: (tap % side) + 1,
              }),
            )}
          </p>
        )}
      </LiveRegion>
      <AuditResultView audit={audit} result={result} own={{ network: own, share, data }} />
    </div>
  );
}

function Verdict({ text, right }: { text: string; right: boolean }) {
  const t = useTranslations('audit');
  return (
    <p>
      <span>{broken(text)}</span> <strong>{t(right ? 'yoursRight' : 'yoursWrong')}</strong>
    </p>
  );
}
