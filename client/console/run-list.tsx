'use client';

import { ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import type { RunSummary } from '@/protocol/run';
import { finalAccuracy } from '@/protocol/run-figures';

interface Props {
  /** Oldest first. */
  runs: readonly RunSummary[];
  onChoose(runId: string): void;
}

/** The accuracy of a run, and on which data: the newest point of one that goes on may have been measured on others than its card says. */
function RunResult({ run }: { run: RunSummary }) {
  const t = useTranslations('console.card');
  const numbers = useNumbers();
  const { value, measured } = finalAccuracy(run);
  return (
    <span className="tabular shrink-0 text-right font-semibold">
      <span className="block">{numbers.percent(value)}</span>
      {measured && (
        <span className="block text-xs font-normal text-ink-soft">
          {t(measured === 'validation' ? 'accuracyValidation' : 'accuracyTraining')}
        </span>
      )}
    </span>
  );
}

/** A student's runs, the newest on top. */
export function StudentRunList({ runs, onChoose }: Props) {
  const t = useTranslations('console.drawer');
  const words = useExperimentWords();
  const format = useFormatter();
  return (
    <ol reversed className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {runs
        .map((run, index) => ({ run, number: index + 1 }))
        .reverse()
        .map(({ run, number }) => (
          <li key={run.id}>
            <button
              type="button"
              onClick={() => onChoose(run.id)}
              className="flex w-full items-center gap-3 px-3 py-2.5 text-left hover:bg-surface-sunken focus-visible:-outline-offset-3"
            >
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-semibold">
                  <span>{t('run', { number })}</span> <RunStateBadge state={run.state} />
                  <span className="tabular font-normal text-ink-soft">
                    {format.dateTime(run.createdAt, 'time')}
                  </span>
                </span>
                <span className="block truncate text-sm">{words.network(run.experiment)}</span>
                <span className="block truncate text-xs text-ink-soft">{words.training(run.experiment)}</span>
              </span>
              <RunResult run={run} />
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
            </button>
          </li>
        ))}
    </ol>
  );
}
