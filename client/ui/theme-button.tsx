'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { writeCookie } from '@/client/live/write-cookie';
import { IconButton } from './icon-button';
import { readTheme, THEME_COOKIE, THEMES, type Theme } from './theme';

const PATHS: Record<Theme, string> = {
  system: 'M3 4h14v9H3zM7 17h6M10 13v4',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16',
  dark: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z',
};

/** Goes round: as the system, light, dark. The layout's `data-theme` is the truth, so nothing flashes. */
export function ThemeButton() {
  const t = useTranslations('common');
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);
  const change = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    document.documentElement.dataset.theme = next;
    writeCookie(THEME_COOKIE, next);
    setTheme(next);
  };
  return (
    <IconButton
      label={`${t('behindName', { name: t('theme.label') })} ${t(`theme.${theme}`)}`}
      onClick={change}
      icon={
        <svg
          viewBox="0 0 20 20"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={PATHS[theme]} />
        </svg>
      }
    />
  );
}
