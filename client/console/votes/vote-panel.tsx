'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { CONSOLE_KEYS } from '@/client/console/keys/console-keys';
import { useConsoleKey } from '@/client/console/keys/use-console-key';
import { useShiftWords } from '@/client/lesson/votes/use-shift-words';
import { VoteBars } from '@/client/lesson/votes/vote-bars';
import { voteWords } from '@/client/lesson/votes/vote-words';
import { plainWords } from '@/client/lesson/words/markup';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import type { WrittenLesson } from '@/lessons/written';
import type { TeacherView } from '@/protocol/views';
import { type VoteDesk, voteAdvice, voted } from '@/protocol/vote';
import { useVoteAct, type VoteAct, voteActs } from './use-vote-desk';

interface Props {
  view: TeacherView;
  lesson: WrittenLesson;
  /** Takes the key that goes on: one panel of a page does. */
  keyed?: boolean;
  /** For a thumb. */
  large?: boolean;
}

/** Vote, talk, vote again: puts the step's question to everybody, shows the teacher alone how it stands, and what the known rule says. */
export function VotePanel({ view, lesson, keyed = false, large = false }: Props) {
  const t = useTranslations('console.vote');
  const { offlineReason } = useConsole();
  const { vote } = view;
  const step = lesson.steps[view.class.stepIndex];
  const acts = voteActs(vote, step);
  const act = useVoteAct(vote, step?.id);
  const [next] = acts;
  const panel = useRef<HTMLDivElement>(null);
  useConsoleKey('vote', () => {
    if (!keyed || !next || offlineReason !== undefined) return;
    act(next);
    // The key works wherever the page is scrolled to: what it did is to be seen.
    panel.current?.scrollIntoView({ block: 'nearest' });
  });
  if (acts.length === 0) return null;
  return (
    <div ref={panel} className="scroll-my-20">
      <Card as="section" title={t('title')} data-testid="vote-panel" data-phase={vote?.phase ?? ''}>
        {vote === null ? (
          <p className="mb-3 text-sm text-ink-soft">{t('lead')}</p>
        ) : (
          <OpenVoteNow vote={vote} lesson={lesson} here={view.class.hereCount} />
        )}
        <div className="flex flex-wrap gap-2">
          {acts.map((one, index) => (
            <Button
              key={nameOf(one)}
              look={index === 0 ? 'primary' : 'secondary'}
              disabledReason={offlineReason}
              aria-keyshortcuts={keyed && index === 0 ? CONSOLE_KEYS.vote : undefined}
              onClick={() => act(one)}
              className={large ? 'min-h-14! flex-1' : ''}
            >
              {t(`act.${nameOf(one)}`)}
            </Button>
          ))}
        </div>
      </Card>
    </div>
  );
}

function nameOf(one: VoteAct) {
  return one.act === 'open' ? one.question : one.act === 'turn' ? one.to : 'close';
}

/** How it stands: for the teacher's eyes, until the results are shown. */
function OpenVoteNow({ vote, lesson, here }: { vote: VoteDesk; lesson: WrittenLesson; here: number }) {
  const t = useTranslations('console.vote');
  const shifts = useShiftWords();
  const words = voteWords(lesson, vote);
  const { result, phase } = vote;
  const { first, second } = result.counts;
  const now = second ?? first;
  const advice = voteAdvice(now, result.right);
  const changed = shifts(result);
  return (
    <div className="mb-3 text-sm">
      <LiveRegion visible>
        <p className="font-semibold text-accent">{t(`phase.${phase}`)}</p>
      </LiveRegion>
      <p>{plainWords(words?.question ?? '')}</p>
      <VoteBars choices={words?.choices ?? []} result={result} />
      <p className="tabular mt-2 font-semibold" data-testid="vote-count">
        {t('voted', { count: voted(now), of: Math.max(here, voted(now)) })}
      </p>
      {phase !== 'shown' && (
        <p>
          {advice === null
            ? t(result.right === null && voted(now) > 0 ? 'unknown' : 'none')
            : t(second && advice === 'discuss' ? 'advice.again' : `advice.${advice}`, {
                percent: Math.round((100 * (now[result.right ?? 0] ?? 0)) / voted(now)),
              })}
        </p>
      )}
      {changed.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-x-4 text-ink-soft">
          {changed.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
