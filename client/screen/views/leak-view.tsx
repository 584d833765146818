'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { LeakFigure } from '@/client/leak/leak-figure';
import { useLeakWords } from '@/client/leak/leak-words';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import type { LeakNow } from '@/protocol/leak-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** CSS pixels of a picture on the wall: whole multiples of its own. */
const SIZE = 252;

/** What a gradient tells: the question, then drawings as the server read them, then the same devices behind masks and what all come to. */
export default function LeakView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('leak');
  const { leak } = view;
  if (!leak) return null;
  return (
    <ViewFrame view={view} origins={origins} title={t('title')}>
      <div
        className="flex min-h-0 flex-1 flex-col gap-[1.8vh]"
        data-testid="screen-leak"
        data-stage={leak.stage}
      >
        {leak.stage === 'asking' ? (
          <Asked leak={leak} here={view.class.hereCount} />
        ) : leak.stage === 'single' ? (
          <Single leak={leak} />
        ) : (
          <Masked leak={leak} />
        )}
      </div>
    </ViewFrame>
  );
}

/** What could be seen, and how many have guessed: nothing of what. */
function Asked({ leak: { guessed }, here }: { leak: LeakNow; here: number }) {
  const t = useTranslations('leak');
  const { choices } = useLeakWords();
  return (
    <>
      <p className="text-screen-sm font-semibold">{broken(t('question'))}</p>
      <ol className="flex flex-col gap-[1.2vh]">
        {choices.map((choice, index) => (
          <li key={choice} className="flex items-baseline gap-[1.2vw] text-screen leading-tight">
            <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
            <span>{broken(choice)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-auto text-screen-sm">{broken(t('waiting'))}</p>
      <p className="tabular text-screen-sm font-semibold">
        {t('guessedCount', { guessed, of: Math.max(guessed, here) })}
      </p>
    </>
  );
}

function Single({ leak }: { leak: LeakNow }) {
  const t = useTranslations('leak');
  const words = useLeakWords();
  const { labels } = useDatasetWords(leak.dataset);
  const { tiles, sent } = leak;
  return (
    <>
      <p className="text-screen font-semibold">{broken(t(tiles.length > 0 ? 'wall.came' : 'wall.single'))}</p>
      {tiles.length > 0 ? (
        <ul className="flex flex-wrap gap-[2vw]">
          {tiles.map(({ pixels, label }) => (
            <li key={pixels}>
              <LeakFigure
                pixels={pixels}
                size={SIZE}
                caption={t('tile', { label: labels[label] ?? '' })}
                className="text-screen-sm"
              />
            </li>
          ))}
        </ul>
      ) : (
        <ul className="flex flex-col gap-[0.8vh] text-screen-sm">
          {words.tallies(leak).map((tally) => (
            <li key={tally}>{broken(tally)}</li>
          ))}
        </ul>
      )}
      <p className="tabular mt-auto text-screen-sm font-semibold">{t('sentCount', { sent })}</p>
    </>
  );
}

function Masked({ leak }: { leak: LeakNow }) {
  const t = useTranslations('leak');
  const words = useLeakWords();
  const { tiles, noise, sums } = leak;
  const paired = tiles.filter((tile) => tile.noise !== null);
  const last = sums.at(-1);
  return (
    <>
      <p className="text-screen font-semibold">{broken(words.summed(leak) ?? t('wall.masked'))}</p>
      <div className="flex min-h-0 flex-wrap items-start gap-[3vw] text-screen-sm">
        {paired.slice(0, 2).map(({ pixels, noise: hidden }) => (
          <div key={pixels} className="flex gap-[1vw]">
            <LeakFigure pixels={pixels} size={SIZE} caption={t('wall.one')} />
            <LeakFigure pixels={hidden} size={SIZE} caption={t('wall.hidden')} />
          </div>
        ))}
        {paired.length === 0 && noise.length > 0 && (
          <LeakFigure pixels={noise[0]!} size={SIZE} caption={t('wall.noise')} />
        )}
        {last && (
          <LeakFigure pixels={last.pixels} size={SIZE} caption={t('wall.sum')} testId="screen-leak-sum" />
        )}
      </div>
      {leak.sum?.trouble && <p className="text-screen-sm">{broken(words.trouble(leak))}</p>}
      <p className="tabular mt-auto text-screen-sm font-semibold">{broken(words.progress(leak))}</p>
    </>
  );
}
