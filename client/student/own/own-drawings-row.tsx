'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { textToBytes } from '@/protocol/bytes-text';

/** What a student has drawn for the class. @param drawings pixels in base64 */
export function OwnDrawingsRow({ drawings }: { drawings: readonly string[] }) {
  const t = useTranslations('classroom.ownPage');
  const pictures = useMemo(() => drawings.map(textToBytes).filter((pixels) => pixels !== null), [drawings]);
  if (pictures.length === 0) return null;
  return (
    <section aria-label={t('drawings')} className="px-4 pb-4 sm:px-5">
      <h3 className="mb-2 text-sm">{t('drawings')}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {pictures.map((pixels, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawings stand in the order in which they came, and none has a name.
          <li key={index}>
            <PictureCanvas
              pixels={pixels}
              size={40}
              label={t('drawing', { number: index + 1 })}
              className="rounded-sm border border-line"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
