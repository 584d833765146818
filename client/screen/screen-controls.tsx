'use client';

import { Maximize, Minimize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/client/ui/icon-button';
import { LanguageButton } from '@/client/ui/language-button';
import { ThemeButton } from '@/client/ui/theme-button';

/** Small in the corner: faint until somebody points at them or reaches them by keyboard. */
export function ScreenControls() {
  const t = useTranslations('screen');
  const [full, setFull] = useState(false);
  const [possible, setPossible] = useState(false);
  useEffect(() => {
    setPossible(document.fullscreenEnabled);
    const follow = () => setFull(document.fullscreenElement !== null);
    follow();
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const toggle = () => {
    const change = full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    // Refused by the browser (no gesture, a policy): the button then simply does nothing.
    change.catch(() => undefined);
  };
  return (
    <nav
      aria-label={t('controls')}
      className="absolute top-2 right-2 z-20 flex rounded-md bg-surface-raised transition-opacity duration-200 pointer-fine:opacity-0 pointer-fine:focus-within:opacity-100 pointer-fine:hover:opacity-100"
    >
      {possible && (
        <IconButton
          label={t(full ? 'leaveFullscreen' : 'fullscreen')}
          icon={full ? <Minimize aria-hidden="true" /> : <Maximize aria-hidden="true" />}
          onClick={toggle}
        />
      )}
      <LanguageButton />
      <ThemeButton />
    </nav>
  );
}
