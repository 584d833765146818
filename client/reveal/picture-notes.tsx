'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { PictureNetwork } from '@/protocol/reveal-views';

/** How the picture without a winner is read. */
export function PictureNotes({
  picture,
  className,
}: {
  picture: readonly PictureNetwork[];
  className?: string;
}) {
  const t = useTranslations('reveal.picture');
  const numbers = useNumbers();
  const examples = picture.map((one) => one.examples);
  const [least, most] = [Math.min(...examples), Math.max(...examples)];
  return (
    <div className={className}>
      <p>{broken(t('front'))}</p>
      <p>
        {broken(
          least === most
            ? t('sizeOne', { count: numbers.integer(least) })
            : t('size', { least: numbers.integer(least), most: numbers.integer(most) }),
        )}
      </p>
    </div>
  );
}
