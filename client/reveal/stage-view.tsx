'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import type { RevealStage } from '@/protocol/reveal-views';
import { AwardCards } from './award-cards';
import { PictureNotes } from './picture-notes';
import { PictureTable } from './picture-table';
import { RevealPicture } from './reveal-picture';
import { RevealTable } from './reveal-table';
import { useMoveWords } from './use-move-words';

interface Props {
  stage: RevealStage;
  ownName?: string;
}

const HEIGHT = 340;
/** Rows beside the own one: what is beneath stands on the board. */
const ROWS = 12;

/** What a reveal shows where it stands, on a page that somebody has before them. */
export function StageView({ stage, ownName }: Props) {
  const t = useTranslations('reveal');
  const moveWords = useMoveWords();
  const { phase, moves, awards, picture } = stage;
  const named = ownName === undefined ? {} : { ownName };
  return (
    <div
      className="flex flex-col gap-3"
      data-testid="reveal-stage"
      data-phase={phase}
      data-shown={stage.shown}
    >
      <p className="text-sm text-ink-soft">{broken(t(`lead.${phase}`))}</p>
      {stage.rows.length > 0 && <RevealTable stage={stage} most={ROWS} {...named} />}
      {moves && (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          {moveWords(moves).map((sentence) => (
            <li key={sentence}>{broken(sentence)}</li>
          ))}
        </ul>
      )}
      {picture && (
        <>
          <RevealPicture picture={picture} height={HEIGHT} {...named} />
          <PictureNotes picture={picture} className="text-xs text-ink-soft" />
          <PictureTable picture={picture} {...named} />
        </>
      )}
      {phase === 'awards' && awards.length === 0 && <p className="text-sm">{t('noAwards')}</p>}
      {awards.length > 0 && <AwardCards awards={awards} {...named} />}
    </div>
  );
}
