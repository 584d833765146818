'use client';

import { useTranslations } from 'use-intl';
import type { FoolNow, FoolTile } from '@/protocol/fool-views';
import { DrawingPicture } from './drawing-picture';
import { useFoolWords } from './fool-words';
import type { Drawings } from './use-drawings';

interface Props {
  game: Pick<FoolNow, 'dataset'>;
  gallery: readonly FoolTile[];
  pictures: Drawings;
}

/** CSS pixels of a picture's side. */
const SIZE = 84;

/** The hardest pictures of the class: people read them, and networks do not. Of nobody. */
export function FoolGallery({ game, gallery, pictures }: Props) {
  const t = useTranslations('fool');
  const words = useFoolWords(game);
  if (gallery.length === 0) return <p className="text-sm text-ink-soft">{t('galleryEmpty')}</p>;
  return (
    <ol data-testid="fool-gallery" className="flex flex-wrap gap-3">
      {gallery.map((one) => {
        const { answers, networks } = words.tile(one);
        return (
          <li key={one.id} className="w-32 text-xs">
            <DrawingPicture pixels={pictures.get(one.id)} size={SIZE} />
            <p className="mt-1 font-semibold">{answers}</p>
            <p className="tabular">{networks}</p>
            <p className="tabular text-ink-soft">{words.people(one)}</p>
          </li>
        );
      })}
    </ol>
  );
}
