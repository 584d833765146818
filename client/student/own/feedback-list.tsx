'use client';

import { MessageSquareText } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { ownRunPath } from '@/protocol/own-page';
import type { Remark } from '@/protocol/remarks';
import type { RunResult } from '@/protocol/run-table';

interface Props {
  feedback: readonly Remark[];
  runs: readonly RunResult[];
  token: string;
}

/** What the teacher said about runs, each with the way to its run. */
export function FeedbackList({ feedback, runs, token }: Props) {
  const t = useTranslations('classroom.ownPage');
  const words = useExperimentWords();
  const format = useFormatter();
  if (feedback.length === 0) return null;
  return (
    <section aria-label={t('feedback')} className="px-4 pb-4 sm:px-5">
      <h3 className="mb-2 text-sm">{t('feedback')}</h3>
      <ul className="flex flex-col gap-3">
        {feedback.map(({ runId, text, writtenAt }) => {
          const run = runs.find(({ id }) => id === runId);
          return (
            <li key={runId} className="flex gap-2.5 border-l-4 border-accent pl-3">
              <MessageSquareText aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-soft" />
              <div className="min-w-0">
                <p className="[overflow-wrap:anywhere]">{text}</p>
                <p className="text-sm text-ink-soft">
                  <span>{format.dateTime(writtenAt, 'moment')}</span>
                  {run && (
                    <>
                      <span>{' · '}</span>
                      <Link
                        href={ownRunPath(token, runId)}
                        prefetch={false}
                        className="text-ink underline decoration-1 underline-offset-[0.2em]"
                      >
                        {words.network(run.experiment)}
                      </Link>
                    </>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
