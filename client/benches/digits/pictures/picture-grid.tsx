'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { DigitCanvas } from '@/client/charts/digit-canvas';
import { classNames } from '@/client/ui/class-names';
import { Skeleton } from '@/client/ui/skeleton';
import type { Picture } from './picture-source';

interface Props {
  /** Null: on their way. */
  pictures: readonly Picture[] | null;
  /** Places kept, so that nothing jumps. */
  size: number;
  chosen: Picture | null;
  /** Labels are hidden, but for these pictures. */
  hidden: boolean;
  revealed: ReadonlySet<string>;
  onChoose(picture: Picture): void;
}

/** What tells one picture from every other. */
export function pictureKey(picture: Picture): string {
  return `${picture.part}-${picture.index}`;
}

/** A page of digits with their labels. */
export const PictureGrid = memo(function PictureGrid({
  pictures,
  size,
  chosen,
  hidden,
  revealed,
  onChoose,
}: Props) {
  const t = useTranslations('bench');
  return (
    <ul
      aria-label={t('pictures.grid')}
      aria-busy={pictures === null}
      className="grid grid-cols-[repeat(auto-fill,minmax(3.75rem,1fr))] gap-2"
    >
      {pictures === null
        ? Array.from({ length: size }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty places have no other identity.
            <li key={index} className="p-1">
              <Skeleton className="mx-auto size-14" />
              <div className="mt-0.5 h-6" />
            </li>
          ))
        : pictures.map((picture) => {
            const secret = hidden && !revealed.has(pictureKey(picture));
            const current = chosen !== null && pictureKey(chosen) === pictureKey(picture);
            return (
              <li key={pictureKey(picture)}>
                <button
                  type="button"
                  aria-pressed={current}
                  aria-label={
                    secret
                      ? t('pictures.pictureHidden', { index: picture.index + 1 })
                      : t('pictures.picture', { index: picture.index + 1, label: picture.label })
                  }
                  onClick={() => onChoose(picture)}
                  className={classNames(
                    'flex w-full flex-col items-center rounded-md border-2 p-1 transition-colors',
                    current ? 'border-accent bg-accent-soft' : 'border-transparent hover:border-line-strong',
                  )}
                >
                  <DigitCanvas pixels={picture.pixels} size={56} className="rounded-sm" />
                  <span className="tabular mt-0.5 font-display text-sm leading-6 font-bold">
                    {secret ? '?' : picture.label}
                  </span>
                </button>
              </li>
            );
          })}
    </ul>
  );
});
