'use client';

import { Pause } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Says across the wall that the class is paused; announced, and without room while it goes on. */
export function PausedBar({ paused }: { paused: boolean }) {
  const t = useTranslations('screen');
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-4 rounded-lg bg-warn py-[1.2vh] text-screen font-bold text-surface empty:hidden"
    >
      {paused && (
        <>
          <Pause aria-hidden="true" className="size-[1em]" /> <span>{t('paused')}</span>
        </>
      )}
    </p>
  );
}
