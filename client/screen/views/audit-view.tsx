'use client';

import { useTranslations } from 'use-intl';
import { AuditStrips } from '@/client/audit/audit-strips';
import { useAuditWords } from '@/client/audit/audit-words';
import { MovedPixels } from '@/client/audit/moved-pixels';
import { broken } from '@/client/i18n/broken';
import type { AuditFigure } from '@/protocol/audit-figures';
import type { AuditOnScreen, AuditResult } from '@/protocol/audit-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** What did the networks really learn? The question while the class trains and looks, then what they are right on, step by step. */
export default function AuditView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const { audit } = view;
  if (!audit) return null;
  const { result } = audit;
  const over = result && { over: words.notes(result)[0]! };
  return (
    <ViewFrame view={view} origins={origins} title={t('title')} {...over}>
      {result ? <Told audit={audit} result={result} /> : <Asked audit={audit} here={view.class.hereCount} />}
    </ViewFrame>
  );
}

/** What the class does, and how far it is: nothing of who guesses what. */
function Asked({ audit, here }: { audit: AuditOnScreen; here: number }) {
  const t = useTranslations('audit');
  const { guessed, dealt, handedIn } = audit;
  const all = Math.max(handedIn, dealt);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[1.8vh]"
      data-testid="screen-audit"
      data-stage="training"
    >
      <p className="text-screen font-semibold leading-snug">{broken(t('question'))}</p>
      <ul className="flex list-disc flex-col gap-[1vh] pl-[1.2em] text-screen-sm">
        {(['pictures', 'curves', 'weights', 'inside'] as const).map((tool) => (
          <li key={tool}>{broken(t(`tools.${tool}`))}</li>
        ))}
      </ul>
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
      <span
        aria-hidden="true"
        className="flex h-[2vh] overflow-hidden rounded-full border-2 border-line-strong bg-surface-sunken"
      >
        <span className="bg-accent" style={{ width: `${(100 * handedIn) / Math.max(1, all)}%` }} />
      </span>
      <p className="tabular text-screen-sm font-semibold">
        {t('counts', { guessed, of: Math.max(guessed, here), handedIn, dealt: all })}
      </p>
    </div>
  );
}

/** Figures for which the wall has room beside each other: those that have just come, and what they are held against. */
const ON_WALL = {
  data: ['training', 'validation', 'hidden', 'wrong'],
  further: ['hidden', 'wrong', 'moved', 'inverted'],
} as const satisfies Record<string, readonly AuditFigure[]>;
/** CSS pixels of a side on the wall. */
const PICTURE = 224;

function Told({ audit, result }: { audit: AuditOnScreen; result: AuditResult }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const { groups } = result;
  const findings = words.findings({ ...audit, result });
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[2vh]"
      data-testid="screen-audit"
      data-stage={audit.stage}
    >
      {groups[0]?.data === null ? (
        <>
          <AuditStrips audit={audit} group={groups[0]} dots={audit.dots} wallFont="2vw" />
          <p className="mt-auto text-screen font-semibold leading-snug">{broken(findings.at(-1) ?? '')}</p>
        </>
      ) : (
        <div className="grid min-h-0 flex-1 auto-cols-fr grid-flow-col gap-[2.5vw]">
          {groups.map((group) => {
            const picture = audit.pixels.find(({ data }) => data === group.data);
            return (
              <section key={group.data} className="flex min-w-0 flex-col gap-[1.2vh]">
                <h2 className="font-display text-screen-sm font-bold">{words.group(group)}</h2>
                <div className="flex gap-[1vw]" style={{ minHeight: PICTURE }}>
                  {picture && <MovedPixels of={picture} dataset={audit.dataset} size={PICTURE} />}
                </div>
                <AuditStrips
                  audit={audit}
                  group={group}
                  dots={audit.dots.filter(({ data }) => data === group.data)}
                  only={ON_WALL[audit.stage === 'further' ? 'further' : 'data']}
                  wallFont={groups.length > 2 ? '1.6vw' : '2vw'}
                />
              </section>
            );
          })}
        </div>
      )}
      <p className="text-[2.2vh] text-ink-soft">{broken(t('strips.legend'))}</p>
    </div>
  );
}
