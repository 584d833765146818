'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names';
import type { Elements } from './elements';
import { LanguageButton } from './language-button';
import { Logo } from './logo';
import { SkipLink } from './skip-link';
import { ThemeButton } from './theme-button';

interface Props {
  /** Where you are: the class, the lesson. Kept to one line. */
  title?: ReactNode;
  /** Further ways past the bar (SkipLink). */
  skip?: Elements;
  /** The way to the start page gives its room to the title on a phone. */
  titleFirst?: boolean;
  /** Buttons of this screen, before Language and Theme. */
  actions?: Elements;
}

/** The bar on top of every screen but the projector's; `#content` is the id that the page's `<main>` carries. */
export function AppBar({ title, skip, titleFirst = false, actions }: Props) {
  const t = useTranslations('common');
  return (
    <header className="border-b border-line bg-surface">
      <SkipLink to="#content">{t('skip')}</SkipLink>
      {skip}
      <div className="page-width flex min-h-14 flex-wrap items-center gap-x-2 gap-y-1 py-1.5 sm:gap-x-3">
        <a
          href="/"
          aria-label={t('home')}
          className={classNames(
            'flex items-center gap-2 rounded-sm font-display text-lg font-bold tracking-tight text-ink no-underline pointer-coarse:min-h-11',
            titleFirst && 'max-sm:hidden',
          )}
        >
          <Logo className="h-7 w-auto" />
          <span translate="no" className={title === undefined ? undefined : 'hidden md:inline'}>
            {t('product')}
          </span>
        </a>
        {title !== undefined && (
          <div
            className={classNames(
              'min-w-7 flex-1 truncate max-[23rem]:min-w-44 max-sm:has-data-whole:min-w-max font-semibold',
              titleFirst ? 'sm:border-l sm:border-line sm:pl-3' : 'border-l border-line pl-3',
            )}
          >
            {title}
          </div>
        )}
        <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-1">
          {actions}
          <LanguageButton />
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
