'use client';

import { memo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { classNames } from '@/client/ui/class-names';
import { Skeleton } from '@/client/ui/skeleton';
import { useOneStop } from '@/client/ui/use-one-stop';
import type { DatasetId } from '@/protocol/datasets';
import type { Picture } from './picture-source';

interface Props {
  /** Null: on their way. */
  pictures: readonly Picture[] | null;
  dataset: DatasetId;
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

/** A page of pictures with their labels. */
export const PictureGrid = memo(function PictureGrid({
  pictures,
  dataset,
  size,
  chosen,
  hidden,
  revealed,
  onChoose,
}: Props) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels, wide } = useDatasetWords(dataset);
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useOneStop(list);
  return (
    <ul
      ref={list}
      onKeyDown={onKeyDown}
      aria-label={say(`${dataset}.pictures.grid`)}
      aria-busy={pictures === null}
      className={classNames(
        'grid gap-2',
        wide
          ? 'grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))]'
          : 'grid-cols-[repeat(auto-fill,minmax(3.75rem,1fr))]',
      )}
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
                      : t('pictures.picture', { index: picture.index + 1, label: labels[picture.label]! })
                  }
                  onClick={() => onChoose(picture)}
                  className={classNames(
                    'flex w-full flex-col items-center rounded-md border-2 p-1 transition-colors',
                    current ? 'border-accent bg-accent-soft' : 'border-transparent hover:border-line-strong',
                  )}
                >
                  <PictureCanvas pixels={picture.pixels} size={56} className="rounded-sm" />
                  <span
                    className={classNames(
                      'tabular mt-0.5 font-display leading-6 font-bold whitespace-nowrap',
                      wide ? 'text-xs' : 'text-sm',
                    )}
                  >
                    {secret ? '?' : labels[picture.label]}
                  </span>
                </button>
              </li>
            );
          })}
    </ul>
  );
});
