'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useLeakWords } from '@/client/leak/leak-words';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import type { LeakNow } from '@/protocol/leak-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';
import { WallPictures } from './wall-pictures';

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
function Asked({ leak: { guessed, dataset }, here }: { leak: LeakNow; here: number }) {
  const t = useTranslations('leak');
  const { choices } = useLeakWords(dataset);
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
  const words = useLeakWords(leak.dataset);
  const { labels } = useDatasetWords(leak.dataset);
  const { tiles, sent } = leak;
  return (
    <>
      <p className="text-screen font-semibold">{broken(t(tiles.length > 0 ? 'wall.came' : 'wall.single'))}</p>
      {tiles.length > 0 ? (
        <WallPictures
          pictures={tiles.map(({ pixels, label }) => ({
            pixels,
            caption: t('tile', { label: labels[label] ?? '' }),
          }))}
        />
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
  const words = useLeakWords(leak.dataset);
  const { tiles, noise, sums } = leak;
  const paired = tiles.filter((tile) => tile.noise !== null);
  const last = sums.at(-1);
  const pictures = [
    ...paired.slice(0, 2).flatMap(({ pixels, noise: hidden }) => [
      { pixels, caption: t('wall.one') },
      { pixels: hidden, caption: t('wall.hidden') },
    ]),
    ...(paired.length === 0 ? noise.slice(0, 1) : []).map((pixels) => ({
      pixels,
      caption: t('wall.noise'),
    })),
    ...(last ? [{ pixels: last.pixels, caption: t('wall.sum'), testId: 'screen-leak-sum' }] : []),
  ];
  return (
    <>
      <p className="text-screen font-semibold">{broken(words.summed(leak) ?? t('wall.masked'))}</p>
      <WallPictures pictures={pictures} />
      {leak.sum?.trouble && <p className="text-screen-sm">{broken(words.trouble(leak))}</p>}
      <p className="tabular mt-auto text-screen-sm font-semibold">{broken(words.progress(leak))}</p>
    </>
  );
}
