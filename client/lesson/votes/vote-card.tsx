'use client';

import { Vote } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { WrittenText } from '@/client/lesson/words/written-text';
import { LiveRegion } from '@/client/ui/live-region';
import type { Answer } from '@/protocol/refusals';
import { type OwnVote, roundOf, type VoteRound } from '@/protocol/vote';
import { useShiftWords } from './use-shift-words';
import { VoteBars } from './vote-bars';
import { VoteForm } from './vote-form';
import type { VoteWords } from './vote-words';

interface Props {
  vote: OwnVote;
  words: VoteWords;
  onCast(round: VoteRound, choice: number): Promise<Answer>;
}

/** The class votes on a question: a student's own vote, then the talk, the second vote, and what came of both. */
export function VoteCard({ vote, words, onCast }: Props) {
  const t = useTranslations('lesson.vote');
  const shifts = useShiftWords();
  const card = useRef<HTMLElement>(null);
  const { phase, own, result } = vote;
  const round = roundOf(phase);
  const last = own.second ?? own.first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each phase asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [phase]);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="vote"
      data-phase={phase}
      data-first={own.first ?? ''}
      data-second={own.second ?? ''}
      className="mb-4 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <Vote aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <LiveRegion visible>
            <p className="text-xs font-bold tracking-wide text-accent uppercase">{t(`phase.${phase}`)}</p>
          </LiveRegion>
          <p className="font-semibold">
            <WrittenText text={words.question} />
          </p>
          {round !== null && (
            <VoteForm
              key={round}
              choices={words.choices}
              cast={own[round]}
              before={round === 'second' ? own.first : null}
              onCast={(choice) => onCast(round, choice)}
            />
          )}
          {phase === 'talk' && (
            <div className="mt-1 text-sm">
              {own.first !== null && <p>{t('yours', { choice: words.choices[own.first] ?? '' })}</p>}
              <p>{t('talk')}</p>
            </div>
          )}
          {result && (
            <div className="mt-1 text-sm">
              {last !== null && <p>{t('yours', { choice: words.choices[last] ?? '' })}</p>}
              <p>
                {result.right !== null && (
                  <strong>{t('rightIs', { choice: words.choices[result.right] ?? '' })}</strong>
                )}{' '}
                <WrittenText text={words.reasons[result.right ?? -1] ?? ''} />
              </p>
              <VoteBars choices={words.choices} result={result} own={last} />
              <ul className="mt-2 flex flex-wrap gap-x-5 text-xs text-ink-soft">
                {shifts(result).map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}
