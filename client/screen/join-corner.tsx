'use client';

import { useTranslations } from 'use-intl';
import { shortAddress } from '@/client/console/join-address';
import { useBestOrigin } from '@/client/console/use-best-origin';
import { ScreenCountdown } from './screen-countdown';

/** The way in, small, while the wall shows something else; and under it the countdown. */
export function JoinCorner({ code, origins }: { code: string; origins: readonly string[] }) {
  const t = useTranslations('screen');
  const origin = useBestOrigin(origins);
  return (
    // Below the controls in the corner, where a finger has them always in sight.
    <div className="pt-10 pr-12 text-right pointer-fine:pt-0">
      <p translate="no" className="text-screen-sm text-ink-soft">
        {shortAddress(origin)}
      </p>
      <p className="sr-only">{t('code')}</p>
      <p translate="no" className="tabular font-display text-screen-lg font-bold tracking-wider">
        {code}
      </p>
      <ScreenCountdown />
    </div>
  );
}
