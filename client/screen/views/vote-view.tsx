'use client';

import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { voteWords } from '@/client/lesson/votes/vote-words';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { plainWords } from '@/client/lesson/words/markup';
import { ScreenVoteResult } from '@/client/screen/screen-vote-result';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The vote that is on: the question with its choices, and how many have voted; nothing of what, until the teacher shows it. */
export function VoteView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('screen.vote');
  const lesson = useClassLesson(view.class);
  const { vote } = view;
  const words = vote && voteWords(lesson, vote);
  if (!vote || !words) return null;
  const { phase, voted, result } = vote;
  const of = Math.max(voted, view.class.hereCount);
  return (
    <ViewFrame view={view} origins={origins} over={words.step} title={t(`phase.${phase}`)}>
      <div data-testid="screen-vote" data-phase={phase} className="flex min-h-0 flex-1 flex-col gap-[2vh]">
        <p className="max-w-[46ch] text-screen font-semibold">{broken(plainWords(words.question))}</p>
        {result ? (
          <ScreenVoteResult choices={words.choices} result={result} />
        ) : (
          <>
            <ol className="flex flex-col gap-[1.4vh]">
              {words.choices.map((choice, index) => (
                <li key={choice} className="flex items-baseline gap-[1.2vw] text-screen leading-tight">
                  <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
                  <span>{broken(choice)}</span>
                </li>
              ))}
            </ol>
            {phase === 'talk' ? (
              <p className="mt-auto flex items-center gap-[1.5vw] text-screen text-accent">
                <MessagesSquare aria-hidden="true" className="size-[1.4em] shrink-0" />
                <span>{t('talk')}</span>
              </p>
            ) : (
              <div className="mt-auto flex items-center gap-[2vw] text-screen" data-testid="screen-voted">
                <span
                  aria-hidden="true"
                  className="flex h-[0.7em] flex-1 overflow-hidden rounded-full border-2 border-line-strong bg-surface-sunken"
                >
                  <span className="bg-accent" style={{ width: `${of === 0 ? 0 : (100 * voted) / of}%` }} />
                </span>
                <span className="tabular font-semibold whitespace-nowrap">
                  {t('voted', { count: voted, of })}
                </span>
              </div>
            )}
          </>
        )}
      </div>
    </ViewFrame>
  );
}
