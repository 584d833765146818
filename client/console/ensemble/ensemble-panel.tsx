'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { AskExperiment } from '@/client/console/experiments/ask-experiment';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { ExperimentGoing } from '@/client/console/experiments/experiment-going';
import { ExperimentPanel } from '@/client/console/experiments/experiment-panel';
import { useServerWork } from '@/client/console/experiments/use-server-work';
import { AloneList } from '@/client/ensemble/alone-list';
import { EnsembleResultView } from '@/client/ensemble/ensemble-result';
import { randomId } from '@/client/live/random-id';
import { LEAST_NETWORKS } from '@/protocol/ensemble-outcome';
import type { EnsembleDesk } from '@/protocol/ensemble-views';
import type { TeacherView } from '@/protocol/views';

/** The class's networks vote: the class is asked what will come of it, then the server counts. */
export default function EnsemblePanel({ view }: { view: TeacherView }) {
  const t = useTranslations('ensemble');
  const { ask, nameOf } = useConsole();
  const { networks, now } = view.ensemble;
  const students = new Map(view.roster.map((student) => [student.id, student]));
  return (
    <ExperimentPanel
      name="ensemble"
      title={t('title')}
      lead={t('lead')}
      now={now && { open: now.open, stage: now.result ? 'counted' : 'asked' }}
      live={view.class.phase === 'live'}
      ask={
        <AskExperiment
          label={t(now?.result ? 'again' : 'ask')}
          again={now !== null}
          reason={networks < LEAST_NETWORKS ? t('networks', { count: networks }) : undefined}
          onAsk={(ensembleId) => void ask({ type: 'ensemble:ask', ensembleId })}
        >
          <p className="tabular text-sm">{t('networks', { count: networks })}</p>
        </AskExperiment>
      }
      going={now && <Going key={now.id} now={now} networks={networks} here={view.class.hereCount} />}
    >
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
    </ExperimentPanel>
  );
}

/** The class guesses, then it is counted; what was counted makes room for the next at once. */
function Going({ now, networks, here }: { now: EnsembleDesk; networks: number; here: number }) {
  const t = useTranslations('ensemble');
  const { ask, session } = useConsole();
  const { id, guessed, result } = now;
  const count = useServerWork(
    () => session.countEnsemble(id),
    (reason) => t('failed', { reason }),
  );
  const have = t('networks', { count: networks });
  const reason = networks < LEAST_NETWORKS ? have : undefined;
  return (
    <ExperimentGoing
      stand={result ? have : t('guessed', { count: guessed, of: Math.max(guessed, here) })}
      standTestId="ensemble-guessed"
      pending={count.busy ? t('counting') : null}
      problem={count.problem}
      steps={
        result ? (
          <ExperimentButton
            reason={reason}
            onClick={() => void ask({ type: 'ensemble:ask', ensembleId: randomId() })}
          >
            {t('again')}
          </ExperimentButton>
        ) : (
          <ExperimentButton look="primary" busy={count.busy} reason={reason} onClick={count.begin}>
            {t('count')}
          </ExperimentButton>
        )
      }
      closeLabel={t('close')}
      onClose={() => void ask({ type: 'ensemble:close', ensembleId: id })}
    />
  );
}
