'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { broken } from '@/client/i18n/broken';
import { RoundsResult } from '@/client/rounds/rounds-result';
import { useRoundsWords } from '@/client/rounds/rounds-words';
import type { RoundsConsole, RoundsDesk } from '@/protocol/rounds-views';
import type { TeacherView } from '@/protocol/views';
import { AskRounds } from './ask-rounds';

interface Props {
  view: TeacherView;
  rounds: RoundsConsole;
}

/** The class learns together in rounds: what is asked, how they go, and what came of them. */
export default function RoundsPanel({ view, rounds: { now } }: Props) {
  const t = useTranslations('rounds');
  // Without pictures there are no rounds.
  const dataset = view.class.dataset ?? 'digits';
  const shows = now !== null && (now.alone !== null || now.done.length > 0);
  return (
    <ExperimentPanel
      name="rounds"
      title={t('title')}
      lead={t('lead', { dataset })}
      now={now}
      live={view.class.phase === 'live'}
      ask={<AskRounds dataset={dataset} again={now !== null} />}
      going={now && <Going now={now} here={view.class.hereCount} />}
    >
      {shows && (
        <div className="mt-4 flex flex-col gap-3">
          <RoundsResult rounds={now} />
          {now.whoSabotaged && now.whoSabotaged.length > 0 && (
            <p className="text-sm">{t('who', { names: now.whoSabotaged.join(t('whoBetween')) })}</p>
          )}
        </div>
      )}
    </ExperimentPanel>
  );
}

/** How they go, and what can be done: begin, hold, go on, end, put away. */
function Going({ now, here }: { now: RoundsDesk; here: number }) {
  const t = useTranslations('rounds');
  const words = useRoundsWords();
  const { ask } = useConsole();
  const { id, stage, rule, each, planned, epochs, guessed, dealt, dataset } = now;
  const go = (to: 'going' | 'held' | 'over') => void ask({ type: 'rounds:go', roundsId: id, stage: to });
  return (
    <ExperimentGoing
      about={t('settings', {
        rule: t(`rules.${rule}`),
        each: t(`each.${each === 0 ? 'all' : 'two'}`, { dataset }),
        saboteurs: planned,
        epochs,
      })}
      stand={
        <strong>
          {stage === 'asking'
            ? t('guessedCount', { guessed, of: Math.max(guessed, here) })
            : broken(words.stands(now))}
        </strong>
      }
      standTestId="rounds-stand"
      steps={
        <>
          {(stage === 'asking' || stage === 'held') && (
            <ExperimentButton
              look="primary"
              reason={dealt === 0 ? t('nobody') : undefined}
              onClick={() => go('going')}
            >
              {t(stage === 'asking' ? 'begin' : 'goOn')}
            </ExperimentButton>
          )}
          {stage === 'going' && (
            <ExperimentButton look="primary" onClick={() => go('held')}>
              {t('hold')}
            </ExperimentButton>
          )}
          {(stage === 'going' || stage === 'held') && (
            <ExperimentButton onClick={() => go('over')}>{t('end')}</ExperimentButton>
          )}
        </>
      }
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'rounds:close', roundsId: id })}
    />
  );
}
