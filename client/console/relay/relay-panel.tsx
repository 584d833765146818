'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { broken } from '@/client/i18n/broken';
import { RelayResult } from '@/client/relay/relay-result';
import { useRelayWords } from '@/client/relay/relay-words';
import { RELAY_STEPS } from '@/protocol/relay-settings';
import type { RelayOnWall } from '@/protocol/relay-views';
import type { TeacherView } from '@/protocol/views';
import { AskRelay } from './ask-relay';

/** The class is the network: what is asked, how it goes, and what came of it. */
export default function RelayPanel({ view }: { view: TeacherView }) {
  const t = useTranslations('relay');
  const { now } = view.relay;
  return (
    <ExperimentPanel
      name="relay"
      title={t('title')}
      lead={t('lead')}
      now={now}
      live={view.class.phase === 'live'}
      ask={<AskRelay again={now !== null} />}
      going={now && <Going now={now} here={view.class.hereCount} />}
    >
      {now !== null && now.teams.length > 0 && (
        <div className="mt-4">
          <RelayResult relay={now} teams={now.teams} />
        </div>
      )}
    </ExperimentPanel>
  );
}

/** How it goes, and what can be done: deal, one step, go on by itself, hold, end, put away. */
function Going({ now, here }: { now: RelayOnWall; here: number }) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  const { ask } = useConsole();
  const { id: relayId, stage, way, hidden, until, guessed, teams } = now;
  const go = (step: number) => void ask({ type: 'relay:go', relayId, until: Math.min(RELAY_STEPS, step) });
  const learns = way === 'gradient' && stage === 'going';
  const holds = until < RELAY_STEPS;
  const done = Math.max(0, ...teams.map(({ steps }) => steps));
  return (
    <ExperimentGoing
      about={t('settings', { way: t(`ways.${way}`), hidden })}
      stand={
        <strong>
          {stage === 'asking'
            ? t('guessedCount', { guessed, of: Math.max(guessed, here) })
            : broken(words.stands(now))}
        </strong>
      }
      standTestId="relay-stand"
      steps={
        <>
          {stage === 'asking' && (
            <ExperimentButton
              look="primary"
              reason={here === 0 ? t('nobody') : undefined}
              onClick={() => go(0)}
            >
              {t('deal')}
            </ExperimentButton>
          )}
          {learns && holds && (
            <>
              <ExperimentButton look="primary" onClick={() => go(done + 1)}>
                {t('oneStep')}
              </ExperimentButton>
              <ExperimentButton onClick={() => go(RELAY_STEPS)}>{t('byItself')}</ExperimentButton>
            </>
          )}
          {learns && !holds && (
            <ExperimentButton look="primary" onClick={() => go(0)}>
              {t('hold')}
            </ExperimentButton>
          )}
          {stage === 'going' && (
            <ExperimentButton onClick={() => void ask({ type: 'relay:end', relayId })}>
              {t('end')}
            </ExperimentButton>
          )}
        </>
      }
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'relay:close', relayId })}
    />
  );
}
