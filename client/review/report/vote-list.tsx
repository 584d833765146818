'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShiftWords } from '@/client/lesson/votes/use-shift-words';
import { voteWords } from '@/client/lesson/votes/vote-words';
import { plainWords } from '@/client/lesson/words/markup';
import type { WrittenLesson } from '@/lessons/written';
import type { ReportVote } from '@/protocol/report';
import { voted } from '@/protocol/vote';
import { ReportSection } from './report-section';

/** What was voted, both rounds beside each other, and how many changed their mind. */
export function VoteList({ votes, lesson }: { votes: readonly ReportVote[]; lesson: WrittenLesson | null }) {
  const t = useTranslations('report.votes');
  return (
    <ReportSection title={t('title')}>
      <ul className="grid gap-x-8 gap-y-4 text-sm lg:grid-cols-2 print:grid-cols-2">
        {votes.map((vote) => (
          <li key={vote.id} className="min-w-0 break-inside-avoid">
            <VoteTable vote={vote} lesson={lesson} />
          </li>
        ))}
      </ul>
    </ReportSection>
  );
}

function VoteTable({ vote, lesson }: { vote: ReportVote; lesson: WrittenLesson | null }) {
  const t = useTranslations('report.votes');
  const numbers = useNumbers();
  const shifts = useShiftWords();
  const words = voteWords(lesson, vote);
  const { first, second } = vote.counts;
  const changed = shifts(vote);
  return (
    <>
      <table className="w-full">
        <caption className="pb-1 text-left font-semibold">
          {t('caption', { step: words?.step ?? vote.stepId, question: plainWords(words?.question ?? '') })}
        </caption>
        <thead>
          <tr className="border-b border-line-strong text-left">
            <th scope="col" className="py-0.5 font-normal text-ink-soft">
              {t('choice')}
            </th>
            <th scope="col" className="py-0.5 pl-4 text-right font-normal text-ink-soft">
              {t('first')}
            </th>
            {second && (
              <th scope="col" className="py-0.5 pl-4 text-right font-normal text-ink-soft">
                {t('second')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {first.map((count, choice) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: choices are told by their places.
            <tr key={choice} className={choice === vote.right ? 'font-semibold' : undefined}>
              <th
                scope="row"
                className={`py-0.5 text-left ${choice === vote.right ? 'font-semibold' : 'font-normal'}`}
              >
                {`${choice === vote.right ? '✓ ' : ''}${words?.choices[choice] ?? choice + 1}`}
              </th>
              <td className="tabular py-0.5 pl-4 text-right">{numbers.integer(count)}</td>
              {second && (
                <td className="tabular py-0.5 pl-4 text-right">{numbers.integer(second[choice] ?? 0)}</td>
              )}
            </tr>
          ))}
          <tr className="border-t border-line text-ink-soft">
            <th scope="row" className="py-0.5 text-left font-normal">
              {t('all')}
            </th>
            <td className="tabular py-0.5 pl-4 text-right">{numbers.integer(voted(first))}</td>
            {second && <td className="tabular py-0.5 pl-4 text-right">{numbers.integer(voted(second))}</td>}
          </tr>
        </tbody>
      </table>
      {changed.length > 0 && <p className="mt-1 text-ink-soft">{changed.join(' · ')}</p>}
    </>
  );
}
