'use client';

import { ScanEye } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { usePaper } from '@/client/benches/drawing/use-paper';
import { broken } from '@/client/i18n/broken';
import { LeakFigure } from '@/client/leak/leak-figure';
import { useLeakWords } from '@/client/leak/leak-words';
import { SmallMasks } from '@/client/leak/small-masks';
import { useLeakDevice } from '@/client/leak/use-leak-device';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
import type { StudentSession } from '@/client/live/class-session';
import { LiveRegion } from '@/client/ui/live-region';
import { DATASETS } from '@/protocol/datasets';
import { LEAK_RIGHT } from '@/protocol/leak-rules';
import type { OwnLeak } from '@/protocol/leak-views';
import { LeakMasked } from './leak-masked';
import { LeakPad } from './leak-pad';
import { LeakSingle } from './leak-single';

/** No bench: nobody looks over a shoulder here. */
const NOBODY = {};

interface Props {
  session: Pick<StudentSession, 'command' | 'code' | 'authorization'>;
  leak: OwnLeak;
}

/** What a gradient tells: a student guesses, sends the gradient of a drawing and sees what the server reads in it, and then sends another one behind masks. */
export default function LeakCard({ session, leak }: Props) {
  const t = useTranslations('leak');
  const card = useRef<HTMLElement>(null);
  const here = useLeakDevice(session, leak);
  const { id, stage, guess, dataset, sums } = leak;
  const words = useLeakWords(dataset);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done now asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage]);
  // Here, so that what was drawn is still there in the next stage.
  const paper = usePaper(NOBODY, DATASETS[dataset].drawn, 'drawing:leak');
  const knows = here.single !== null || stage === 'masked';
  const last = sums.at(-1);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="leak"
      data-stage={stage}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <ScanEye aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {stage === 'asking' && <Guess session={session} leak={leak} />}
          {knows && guess !== null && (
            <p className="text-sm">
              <span>{broken(t('yours', { choice: words.choices[guess] ?? '' }))}</span>{' '}
              <strong>{t(guess === LEAK_RIGHT ? 'yoursRight' : 'yoursWrong')}</strong>
            </p>
          )}
          {stage === 'single' && (
            <>
              <p className="font-semibold">{broken(t('task'))}</p>
              <LeakSingle session={session} leak={leak} paper={paper} here={here} />
            </>
          )}
          {stage === 'masked' && (
            <>
              <p className="font-semibold">{broken(t('maskedTask'))}</p>
              <LeakPad
                dataset={dataset}
                paper={paper}
                legend={t('takePart')}
                press={here.takePart}
                failed={(reason) => t('takePartFailed', { reason })}
              >
                <LeakMasked leak={leak} standing={here.standing} />
              </LeakPad>
              {last && (
                <LiveRegion visible className="flex flex-wrap items-start gap-4 text-sm">
                  <LeakFigure pixels={last.pixels} caption={t('blur')} testId="leak-sum" />
                  <p className="max-w-prose flex-1">{broken(words.summed(leak))}</p>
                </LiveRegion>
              )}
              <SmallMasks />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

function Guess({ session, leak: { id, guess, dataset } }: Pick<Props, 'session' | 'leak'>) {
  const t = useTranslations('leak');
  const { choices } = useLeakWords(dataset);
  return (
    <div>
      <p className="font-semibold">{broken(t('question'))}</p>
      <ChoiceForm
        key={id}
        title={t('title')}
        choices={choices}
        initial={guess}
        commitLabel={t(guess === null ? 'guess' : 'change')}
        disabledReason={(chosen) =>
          chosen === null ? t('chooseFirst') : chosen === guess ? t('standsShort') : undefined
        }
        onCommit={(choice) => session.command({ type: 'leak:guess', leakId: id, choice })}
        failed={(reason) => t('guessFailed', { reason })}
      >
        <LiveRegion visible className="basis-full text-sm empty:hidden">
          {guess !== null && <p>{broken(t('guessed', { choice: choices[guess] ?? '' }))}</p>}
        </LiveRegion>
      </ChoiceForm>
    </div>
  );
}
