'use client';

import { useTranslations } from 'use-intl';
import { useElementSize } from '@/client/charts/use-element-size';
import { broken } from '@/client/i18n/broken';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { KnowledgeGrid } from '@/client/rounds/knowledge-grid';
import { RoundsChart } from '@/client/rounds/rounds-chart';
import { useRoundsWords } from '@/client/rounds/rounds-words';
import { WireLine } from '@/client/rounds/wire-line';
import type { RoundsOnWall } from '@/protocol/rounds-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The class learns together in rounds: the question while it guesses, then the curve, what networks alone know, and what crossed the wire. */
export default function RoundsView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('rounds');
  const { rounds } = view;
  if (!rounds) return null;
  return (
    <ViewFrame view={view} origins={origins} title={t('title')}>
      {rounds.stage === 'asking' ? (
        <Asked rounds={rounds} here={view.class.hereCount} />
      ) : (
        <Going rounds={rounds} />
      )}
    </ViewFrame>
  );
}

/** What could come of it, and how many have guessed: nothing of what. */
function Asked({ rounds: { each, guessed, dataset }, here }: { rounds: RoundsOnWall; here: number }) {
  const t = useTranslations('rounds');
  const { choices } = useRoundsWords();
  const of = Math.max(guessed, here);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-[1.8vh]" data-testid="screen-rounds" data-stage="asking">
      <p className="text-screen-sm font-semibold">
        {broken(each === 0 ? t('questionAll') : t('question', { dataset }))}
      </p>
      <ol className="flex flex-col gap-[1.2vh]">
        {choices.map((choice, index) => (
          <li key={choice} className="flex items-baseline gap-[1.2vw] text-screen leading-tight">
            <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
            <span>{broken(choice)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
      <p className="tabular text-screen-sm font-semibold">{t('guessedCount', { guessed, of })}</p>
    </div>
  );
}

/** CSS pixels of the writing in the picture: to be read from the last row. */
const fontOf = (width: number) => Math.max(18, Math.round(width / 36));
/** Findings for which the wall has room. */
const ON_WALL = 2;

function Going({ rounds }: { rounds: RoundsOnWall }) {
  const words = useRoundsWords();
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const { stage, dataset, networks, byLabel } = rounds;
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[1.4vh]"
      data-testid="screen-rounds"
      data-stage={stage}
      data-done={rounds.done.length}
    >
      <p className="tabular text-screen font-semibold">{broken(words.stands(rounds))}</p>
      <div className="grid min-h-0 flex-1 gap-[2.5vw] lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        {/* The picture takes the room that there is, and makes none. */}
        <div ref={box} className="relative min-h-[34vh] min-w-0">
          <div className="absolute inset-0 overflow-hidden">
            {height > 0 && <RoundsChart rounds={rounds} height={height} font={fontOf(width)} />}
          </div>
        </div>
        <KnowledgeGrid dataset={dataset} networks={networks} byLabel={byLabel} wall />
      </div>
      <ul className="flex flex-col gap-[0.6vh] text-screen-sm">
        {words
          .findings(rounds)
          .slice(-ON_WALL)
          .map((finding) => (
            <li key={finding}>{broken(finding)}</li>
          ))}
      </ul>
      <div className="text-screen-sm">
        <WireLine rounds={rounds} />
      </div>
    </div>
  );
}
