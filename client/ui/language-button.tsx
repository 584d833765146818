'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { LANGUAGE_COOKIE, otherLanguage } from '@/client/i18n/languages';
import { writeCookie } from '@/client/live/write-cookie';
import { LANGUAGE_NAMES } from '@/lessons/languages';
import { buttonClasses } from './button-classes';

/** Changes the language. It shows the *other* language in its own script: what you can read is what you get. */
export function LanguageButton() {
  const t = useTranslations('common');
  const language = useLocale();
  const router = useRouter();
  const [pending, start] = useTransition();
  const other = otherLanguage(language);
  const change = () => {
    writeCookie(LANGUAGE_COOKIE, other);
    start(() => router.refresh());
  };
  return (
    <button
      type="button"
      onClick={change}
      aria-busy={pending || undefined}
      className={buttonClasses('quiet', 'md', 'max-sm:px-2.5')}
    >
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        className="max-sm:hidden"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <circle cx="10" cy="10" r="7.5" />
        <path d="M2.5 10h15M10 2.5c5 5 5 10 0 15c-5-5-5-10 0-15" />
      </svg>
      <span className="sr-only">{`${t('language')}: `}</span>
      <span lang={other} translate="no">
        {LANGUAGE_NAMES[other]}
      </span>
    </button>
  );
}
