'use client';

import { useTranslations } from 'use-intl';
import { classNames } from './class-names';
import { GLYPH_PATHS, wrapIndex } from './glyphs';

export interface StudentMarkProps {
  /** `colour` 0…7 is series-1…8, `glyph` 0…11; both wrap. */
  mark: { colour: number; glyph: number };
  /** Class names; the size is given here (`size-6`). */
  className?: string;
  /** The name stands beside it: readers skip the picture. Default true. */
  decorative?: boolean;
}

/** Who somebody is, in a colour *and* a shape, the same from the lobby to the review. */
export function StudentMark({ mark, className = 'size-6', decorative = true }: StudentMarkProps) {
  const t = useTranslations('common');
  const colour = wrapIndex(mark.colour, 8);
  const glyph = wrapIndex(mark.glyph, GLYPH_PATHS.length);
  const name = decorative
    ? undefined
    : t('mark.name', {
        colour: t(`mark.colour${colour + 1}` as 'mark.colour1'),
        glyph: t(`mark.glyph${glyph + 1}` as 'mark.glyph1'),
      });
  return (
    <svg
      viewBox="0 0 24 24"
      role={decorative ? undefined : 'img'}
      aria-label={name}
      aria-hidden={decorative || undefined}
      className={classNames('shrink-0', className)}
    >
      <rect width="24" height="24" rx="5.5" fill={`var(--series-${colour + 1})`} />
      <path d={GLYPH_PATHS[glyph]} fill="var(--on-series)" fillRule="evenodd" />
    </svg>
  );
}
