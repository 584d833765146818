'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { broken } from '@/client/i18n/broken';
import { LeakSums } from '@/client/leak/leak-sums';
import { useLeakWords } from '@/client/leak/leak-words';
import { LiveRegion } from '@/client/ui/live-region';
import { LEAK } from '@/protocol/leak-rules';
import type { LeakConsole, LeakDesk } from '@/protocol/leak-views';
import type { TeacherView } from '@/protocol/views';
import { OfferedDrawings } from './offered-drawings';

interface Props {
  view: TeacherView;
  leak: LeakConsole;
}

/** What a gradient tells: asks the class, leads it on, puts drawings on the wall, and makes sums behind masks. */
export default function LeakPanel({ view, leak: { now } }: Props) {
  const t = useTranslations('leak');
  const { ask, nameOf } = useConsole();
  const students = useMemo(() => new Map(view.roster.map((one) => [one.id, one])), [view.roster]);
  const called = (studentId: string) => {
    const student = students.get(studentId);
    return student ? nameOf(student) : t('gone');
  };
  return (
    <ExperimentPanel
      name="leak"
      title={t('title')}
      lead={t('lead')}
      now={now}
      live={view.class.phase === 'live'}
      ask={
        <AskExperiment
          label={t(now ? 'askAgain' : 'ask')}
          again={now !== null}
          onAsk={(leakId) => void ask({ type: 'leak:ask', leakId })}
        />
      }
      going={now && <Going now={now} here={view.class.hereCount} />}
    >
      {now !== null && (
        <>
          {now.stage !== 'asking' && <OfferedDrawings now={now} called={called} />}
          <LeakSums leak={now} />
        </>
      )}
    </ExperimentPanel>
  );
}

/** What the class does now, and what could be done next. */
function Going({ now, here }: { now: LeakDesk; here: number }) {
  const t = useTranslations('leak');
  const { ask } = useConsole();
  const words = useLeakWords(now.dataset);
  const { id, stage, guessed, sent, sum } = now;
  const go = (to: 'single' | 'masked') => void ask({ type: 'leak:go', leakId: id, stage: to });
  const which = { leakId: id, attempt: sum?.attempt ?? 1 };
  const stand = {
    asking: t('guessedCount', { guessed, of: Math.max(guessed, here) }),
    single: t('sentCount', { sent }),
    masked: words.progress(now),
  };
  return (
    <ExperimentGoing
      stand={broken(stand[stage])}
      standTestId="leak-stand"
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'leak:close', leakId: id })}
      steps={
        <>
          {stage !== 'masked' && (
            <ExperimentButton look="primary" onClick={() => go(stage === 'asking' ? 'single' : 'masked')}>
              {t(stage === 'asking' ? 'goSingle' : 'goMasked')}
            </ExperimentButton>
          )}
          {sum?.phase === 'joining' && (
            <ExperimentButton
              look="primary"
              reason={sum.joined < LEAK.leastDevices ? t('tooFew') : undefined}
              onClick={() => void ask({ type: 'leak:begin', ...which })}
            >
              {t('begin')}
            </ExperimentButton>
          )}
          {sum?.phase === 'summed' && (
            <ExperimentButton onClick={() => void ask({ type: 'leak:again', ...which })}>
              {t('again')}
            </ExperimentButton>
          )}
        </>
      }
    >
      <LiveRegion visible className="tabular mb-2 flex flex-col gap-1 text-sm empty:hidden">
        {sum?.trouble && <p>{broken(words.trouble(now))}</p>}
        {words.tallies(now).map((tally) => (
          <p key={tally}>{broken(tally)}</p>
        ))}
      </LiveRegion>
    </ExperimentGoing>
  );
}
