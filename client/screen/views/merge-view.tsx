'use client';

import { useTranslations } from 'use-intl';
import { useElementSize } from '@/client/charts/use-element-size';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { LiveUnits } from '@/client/merge/live-units';
import { MergeBars } from '@/client/merge/merge-bars';
import { useMergeWords } from '@/client/merge/merge-words';
import type { MergeNow, MergeResult } from '@/protocol/merge-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The class's networks are averaged: the question while it guesses and trains, then bars, and units that change seats. */
export default function MergeView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('merge');
  const numbers = useNumbers();
  const { merge } = view;
  if (!merge) return null;
  const { result } = merge;
  const over = result && {
    over: t('of', {
      networks: numbers.integer(result.networks),
      pictures: numbers.integer(result.pictures),
    }),
  };
  return (
    <ViewFrame view={view} origins={origins} title={t('title')} {...over}>
      {result ? (
        <Averaged session={session} merge={merge} result={result} />
      ) : (
        <Asked merge={merge} here={view.class.hereCount} />
      )}
    </ViewFrame>
  );
}

/** What could come of it, and how far the class is: nothing of who guesses what. */
function Asked({ merge, here }: { merge: MergeNow; here: number }) {
  const t = useTranslations('merge');
  const { choices } = useMergeWords();
  const { start, guessed, dealt, handedIn } = merge;
  const all = Math.max(handedIn, dealt);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col gap-[1.8vh]"
      data-testid="screen-merge"
      data-stage="training"
    >
      <p className="text-screen-sm font-semibold">{broken(t(`question.${start}`))}</p>
      <ol className="flex flex-col gap-[1.2vh]">
        {choices.map((choice, index) => (
          <li key={choice} className="flex items-baseline gap-[1.2vw] text-screen leading-tight">
            <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
            <span>{broken(choice)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
      <span
        aria-hidden="true"
        className="flex h-[2vh] overflow-hidden rounded-full border-2 border-line-strong bg-surface-sunken"
      >
        <span className="bg-accent" style={{ width: `${(100 * handedIn) / Math.max(1, all)}%` }} />
      </span>
      <p className="tabular text-screen-sm font-semibold">
        {t('counts', { guessed, of: Math.max(guessed, here), handedIn, dealt: all })}
      </p>
    </div>
  );
}

/** Findings for which the wall has room. */
const ON_WALL = 2;
/** CSS pixels under the rows of units, for what is said of them. */
const UNDER = 90;

function Averaged({
  session,
  merge,
  result,
}: Pick<ScreenViewProps, 'session'> & { merge: MergeNow; result: MergeResult }) {
  const words = useMergeWords();
  const [box, { height }] = useElementSize<HTMLDivElement>();
  return (
    <div
      className="grid min-h-0 flex-1 gap-[2.5vw] lg:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]"
      data-testid="screen-merge"
      data-stage={merge.stage}
    >
      <div className="flex min-w-0 flex-col gap-[2vh]">
        <MergeBars merge={merge} result={result} wall />
        <ul className="flex flex-col gap-[1vh] text-screen-sm">
          {/* What has just come; the pages have all. */}
          {words
            .findings({ ...merge, result })
            .slice(-ON_WALL)
            .map((finding) => (
              <li key={finding}>{broken(finding)}</li>
            ))}
        </ul>
      </div>
      {/* The pictures take the room that there is, and make none. */}
      <div ref={box} className="relative min-h-[40vh] min-w-0">
        <div className="absolute inset-0 overflow-hidden">
          {height > 0 && <LiveUnits session={session} merge={merge} height={height - UNDER} wall />}
        </div>
      </div>
    </div>
  );
}
