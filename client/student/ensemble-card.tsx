'use client';

import { Network } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { EnsembleResultView } from '@/client/ensemble/ensemble-result';
import { useEnsembleWords } from '@/client/ensemble/use-ensemble-words';
import { broken } from '@/client/i18n/broken';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import type { StudentSession } from '@/client/live/class-session';
import { LiveRegion } from '@/client/ui/live-region';
import type { OwnEnsemble } from '@/protocol/ensemble-views';

interface Props {
  session: Pick<StudentSession, 'command'>;
  ensemble: OwnEnsemble;
}

/** The class's networks vote: a student's guess at what will come of it, and then what did. */
export default function EnsembleCard({ session, ensemble }: Props) {
  const t = useTranslations('ensemble');
  const words = useEnsembleWords();
  const card = useRef<HTMLElement>(null);
  const { id, guess, result, alone } = ensemble;
  const counted = result !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, and what came of it, asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, counted]);
  const yours = guess === null ? null : (words.choices[guess] ?? '');
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="ensemble"
      data-guess={guess ?? ''}
      data-counted={counted}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <Network aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {result === null ? (
            <>
              <p className="font-semibold">{broken(t('question'))}</p>
              <ChoiceForm
                key={id}
                title={t('title')}
                choices={words.choices}
                initial={guess}
                commitLabel={t(guess === null ? 'guess' : 'change')}
                disabledReason={(chosen) =>
                  chosen === null ? t('chooseFirst') : chosen === guess ? t('standsShort') : undefined
                }
                onCommit={(choice) => session.command({ type: 'ensemble:guess', ensembleId: id, choice })}
                failed={(reason) => t('guessFailed', { reason })}
              >
                <LiveRegion visible className="basis-full text-sm empty:hidden">
                  {yours !== null && <p>{broken(t('stands', { choice: yours }))}</p>}
                </LiveRegion>
              </ChoiceForm>
            </>
          ) : (
            <>
              <LiveRegion visible className="text-sm">
                {yours !== null && (
                  <p>
                    <span>{broken(t('yours', { choice: yours }))}</span>{' '}
                    <strong>{t(guess === words.right(result) ? 'yoursRight' : 'yoursWrong')}</strong>
                  </p>
                )}
                {alone !== null && alone > 0 && (
                  <p className="font-semibold">{t('ownAlone', { count: alone })}</p>
                )}
              </LiveRegion>
              <div className="mt-2">
                <EnsembleResultView result={result} own={guess} />
              </div>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
