'use client';

import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';

type Props = ComponentProps<typeof PictureCanvas> & {
  /** What is said of the picture. */
  label: string;
  /** Opens the network with it; null: it is only a picture. */
  onOpen: (() => void) | null;
};

/** A picture that a network has answered: it opens the network with this very picture in it. */
export function OpeningPicture({ onOpen, label, ...picture }: Props) {
  const t = useTranslations('inside');
  if (!onOpen) return <PictureCanvas {...picture} label={label} />;
  return (
    <button
      type="button"
      title={t('open')}
      aria-label={t('openOf', { picture: label })}
      onClick={onOpen}
      className="block rounded-sm outline-offset-2 hover:outline-2 hover:outline-accent"
    >
      <PictureCanvas {...picture} />
    </button>
  );
}
