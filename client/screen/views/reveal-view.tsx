'use client';

import { useTranslations } from 'use-intl';
import { useElementSize } from '@/client/charts/use-element-size';
import { broken } from '@/client/i18n/broken';
import { AwardCards } from '@/client/reveal/award-cards';
import { PictureNotes } from '@/client/reveal/picture-notes';
import { RevealPicture } from '@/client/reveal/reveal-picture';
import { RevealTable } from '@/client/reveal/reveal-table';
import { useMoveWords } from '@/client/reveal/use-move-words';
import { REVEALED_ONE_BY_ONE } from '@/protocol/reveal';
import type { PictureNetwork, RevealStage } from '@/protocol/reveal-views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The reveal of the race, where its teacher has brought it. */
export default function RevealView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('reveal');
  const { reveal } = view;
  if (!reveal) return null;
  return (
    <ViewFrame view={view} origins={origins} over={t('title')} title={t(`phases.${reveal.phase}`)}>
      <div
        data-testid="reveal-wall"
        data-phase={reveal.phase}
        data-shown={reveal.shown}
        className="flex min-h-0 flex-1 flex-col gap-[1.6vh]"
      >
        <p className="text-screen-sm text-ink-soft">{broken(t(`lead.${reveal.phase}`))}</p>
        <Stage stage={reveal} />
      </div>
    </ViewFrame>
  );
}

function Stage({ stage }: { stage: RevealStage }) {
  const t = useTranslations('reveal');
  const moveWords = useMoveWords();
  switch (stage.phase) {
    case 'board':
      return (
        <>
          <RevealTable stage={stage} most={REVEALED_ONE_BY_ONE} wall />
          <p className="mt-auto text-screen-sm">
            <span className="font-semibold">{broken(t('guess.asked'))}</span>{' '}
            <span className="tabular text-ink-soft">{t('guess.count', { count: stage.guesses })}</span>
          </p>
        </>
      );
    case 'half':
      return <RevealTable stage={stage} most={REVEALED_ONE_BY_ONE} wall />;
    case 'moved':
      return (
        <div className="grid min-h-0 flex-1 items-start gap-[2.5vw] lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
          <RevealTable stage={stage} most={REVEALED_ONE_BY_ONE} wall />
          {stage.moves && (
            <ul className="flex flex-col gap-[1.8vh] text-screen-sm leading-snug">
              {moveWords(stage.moves).map((sentence) => (
                <li key={sentence}>{broken(sentence)}</li>
              ))}
            </ul>
          )}
        </div>
      );
    case 'awards':
      return stage.awards.length === 0 ? (
        <p className="text-screen">{t('noAwards')}</p>
      ) : (
        <AwardCards awards={stage.awards} wall />
      );
    case 'picture':
      return stage.picture && <WallPicture picture={stage.picture} />;
  }
}

/** CSS pixels of the writing in the picture: to be read from the last row. */
const fontOf = (width: number) => Math.max(18, Math.round(width / 62));

function WallPicture({ picture }: { picture: readonly PictureNetwork[] }) {
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const font = fontOf(width);
  return (
    <>
      {/* The picture takes the room that there is, and makes none. */}
      <div ref={box} className="relative min-h-[34vh] min-w-0 flex-1">
        <div className="absolute inset-0 overflow-hidden">
          {height > 0 && (
            <RevealPicture picture={picture} height={Math.max(160, height - 2 * font)} font={font} />
          )}
        </div>
      </div>
      <PictureNotes picture={picture} className="text-screen-sm leading-snug text-ink-soft" />
    </>
  );
}
