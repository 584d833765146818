'use client';

import { Merge } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import type { StudentSession } from '@/client/live/class-session';
import { LiveUnits } from '@/client/merge/live-units';
import { MergeResultView } from '@/client/merge/merge-result';
import { useMergeWords } from '@/client/merge/merge-words';
import { SmallNetworks } from '@/client/merge/small-networks';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import type { MergeResult, OwnMerge } from '@/protocol/merge-views';
import { isSameExperiment } from '@/protocol/same-experiment';

interface Props {
  session: Pick<StudentSession, 'command' | 'readUnits' | 'subscribe'>;
  merge: OwnMerge;
  /** The trainer of the step in front; null: it trains no pictures. */
  trainer: { training: BenchTraining; snapshot: TrainingSnapshot } | null;
}

/** The class's networks are averaged: a student guesses what comes of it, trains one of them, and sees what came, with the own units in their seats. */
export default function MergeCard({ session, merge, trainer }: Props) {
  const t = useTranslations('merge');
  const card = useRef<HTMLElement>(null);
  const { id, stage, result } = merge;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, and what came of it, asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage]);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="merge"
      data-stage={stage}
      data-guess={merge.guess ?? ''}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <Merge aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {result === null ? (
            <>
              <Guess session={session} merge={merge} />
              <Training merge={merge} trainer={trainer} />
            </>
          ) : (
            <Averaged session={session} merge={merge} result={result} />
          )}
        </div>
      </div>
    </section>
  );
}

function Guess({ session, merge }: Pick<Props, 'session' | 'merge'>) {
  const t = useTranslations('merge');
  const { choices } = useMergeWords();
  const { id, start, guess } = merge;
  return (
    <>
      <p className="font-semibold">{broken(t(`question.${start}`))}</p>
      <ChoiceForm
        key={id}
        title={t('title')}
        choices={choices}
        initial={guess}
        commitLabel={t(guess === null ? 'guess' : 'change')}
        disabledReason={(chosen) =>
          chosen === null ? t('chooseFirst') : chosen === guess ? t('standsShort') : undefined
        }
        onCommit={(choice) => session.command({ type: 'merge:guess', mergeId: id, choice })}
        failed={(reason) => t('guessFailed', { reason })}
      >
        <LiveRegion visible className="basis-full text-sm empty:hidden">
          {guess !== null && <p>{broken(t('stands', { choice: choices[guess] ?? '' }))}</p>}
        </LiveRegion>
      </ChoiceForm>
    </>
  );
}

/** What was dealt, the way to the bench, and what stands in the way of taking part. */
function Training({ merge, trainer }: Pick<Props, 'merge' | 'trainer'>) {
  const t = useTranslations('merge');
  const { percent } = useNumbers();
  const { experiment, accuracy, leftOut } = merge;
  if (experiment === null) return <p className="mt-3 text-sm">{t('none')}</p>;
  const snapshot = trainer?.snapshot;
  const stands =
    snapshot !== undefined &&
    (isSameExperiment(snapshot.draft, experiment) ||
      (snapshot.current !== null && isSameExperiment(snapshot.current.experiment, experiment)));
  return (
    <div className="mt-3 border-t border-line pt-2">
      <LiveRegion visible className="text-sm">
        {accuracy !== null ? (
          <p className="tabular">{broken(t('result', { share: percent(accuracy) }))}</p>
        ) : leftOut !== null && !stands ? (
          <p className="font-semibold">{broken(t(`notIn.${leftOut}`))}</p>
        ) : stands ? (
          <p>{broken(t('train'))}</p>
        ) : trainer === null ? (
          <p>{broken(t('putLater'))}</p>
        ) : null}
      </LiveRegion>
      {accuracy === null && !stands && trainer !== null && (
        <Button look="primary" className="mt-2" onClick={() => trainer.training.setDraft(experiment)}>
          {t('put')}
        </Button>
      )}
    </div>
  );
}

function Averaged({ session, merge, result }: Pick<Props, 'session' | 'merge'> & { result: MergeResult }) {
  const t = useTranslations('merge');
  const words = useMergeWords();
  const { guess, leftOut, moved, first, accuracy } = merge;
  const right = words.right({ ...merge, result });
  return (
    <div className="flex flex-col gap-3">
      <LiveRegion visible className="text-sm">
        {guess !== null && (
          <p>
            <span>{broken(t('yours', { choice: words.choices[guess] ?? '' }))}</span>{' '}
            <strong>{t(guess === right ? 'yoursRight' : 'yoursWrong')}</strong>
          </p>
        )}
        {leftOut !== null && (
          <p>{broken(t(leftOut === 'late' ? 'notIn.late' : `leftOut.${leftOut}`, { count: 1 }))}</p>
        )}
        {moved && <p className="font-semibold">{broken(first ? t('ownFirst') : t('ownMoved', moved))}</p>}
      </LiveRegion>
      <MergeResultView merge={merge} result={result} own={guess} />
      {accuracy !== null && <LiveUnits session={session} merge={merge} />}
      <SmallNetworks />
    </div>
  );
}
