'use client';

import { useTranslations } from 'use-intl';
import { classNames } from './class-names';

export interface RoomCodeProps {
  /** Six characters, normalised. */
  code: string;
  /** `screen`: readable from ten metres on a projector. */
  size?: 'md' | 'lg' | 'screen';
  className?: string;
}

const SIZES = { md: 'text-2xl', lg: 'text-[min(3.5rem,14.4vw)] leading-[1.06]', screen: 'text-screen-code' };

/**
 * The code of a class, in two groups of three. `data-testid="room-code"`; its text is the bare code, so that it
 * can be selected and copied; the gap is only drawn.
 */
export function RoomCode({ code, size = 'lg', className }: RoomCodeProps) {
  const t = useTranslations('common');
  const half = Math.ceil(code.length / 2);
  return (
    <span className={classNames('inline-flex', className)}>
      <span className="sr-only">{t('roomCode', { code: [...code].join(' ') })}</span>
      <span
        data-testid="room-code"
        aria-hidden="true"
        translate="no"
        className={classNames(
          'tabular font-display font-bold tracking-[0.06em] whitespace-nowrap select-all',
          SIZES[size],
        )}
      >
        <span className="mr-[0.28em]">{code.slice(0, half)}</span>
        <span>{code.slice(half)}</span>
      </span>
    </span>
  );
}
