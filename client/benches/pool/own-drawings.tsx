'use client';

import { CircleHelp, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { labelColour } from './label-names';
import type { OwnPicture } from './pool-source';

interface Props {
  drawings: readonly OwnPicture[];
  names: readonly string[];
  /** Null: they can't be taken back now. */
  onTakeBack: ((id: string) => void) | null;
}

/** What one has filed, newest first; a tap takes a drawing back. */
export function OwnDrawings({ drawings, names, onTakeBack }: Props) {
  const t = useTranslations('pool.own');
  return (
    <section aria-label={t('label')}>
      <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">
        {t('title', { count: drawings.length })}
      </h2>
      {drawings.length === 0 ? (
        <p className="min-h-14 text-sm text-ink-soft">{t('empty')}</p>
      ) : (
        <ul className="flex max-h-48 flex-wrap gap-1.5 overflow-y-auto p-0.5">
          {[...drawings].reverse().map(({ id, label, pixels }, index) => (
            <li key={id} className="starting:scale-75 starting:opacity-0 transition-[scale,opacity]">
              <button
                type="button"
                disabled={onTakeBack === null}
                onClick={() => onTakeBack?.(id)}
                aria-label={t('takeBack', { number: drawings.length - index, label: names[label] ?? '' })}
                className="group relative block size-14 overflow-hidden rounded-sm border-2 border-b-4 bg-surface-sunken"
                style={{ borderColor: labelColour(label) }}
              >
                {pixels ? (
                  <PictureCanvas pixels={pixels} size={52} className="size-full" />
                ) : (
                  <CircleHelp aria-hidden="true" className="m-auto size-6 text-ink-soft" />
                )}
                <X
                  aria-hidden="true"
                  className="absolute top-0.5 right-0.5 hidden size-4 rounded-full bg-danger p-0.5 text-on-danger group-enabled:group-hover:block group-enabled:group-focus-visible:block"
                />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
