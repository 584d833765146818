import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactElement, ReactNode } from 'react';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/bricolage-grotesque/wght.css';
import './globals.css';
import { compiledMessagesOf } from '@/client/i18n/compiled-messages';
import { I18nProvider } from '@/client/i18n/provider';
import { getLanguage, getTimeZone, getTranslator } from '@/client/i18n/server';
import { askAgain } from '@/client/live/ask-again';
import { ArrivedFocus } from '@/client/ui/arrived-focus';
import { HeldNotice } from '@/client/ui/held-notice';
import { HeldWatch } from '@/client/ui/held-watch';
import { KeptWatch } from '@/client/ui/kept-watch';
import { LetterSize } from '@/client/ui/letter-size';
import { readTheme, THEME_COOKIE } from '@/client/ui/theme';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('common');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('description'),
    applicationName: t('product'),
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ec' },
    { media: '(prefers-color-scheme: dark)', color: '#13201c' },
  ],
};

/** Milliseconds in which some of a page's scripts has to come, and how often it is looked. */
const ASK_AGAIN = `(${askAgain})(8000,1000)`;

/** The frame of every page: language, theme and messages are known before the first paint. Pages add their own (PageMessages). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, timeZone, jar, asked] = await Promise.all([
    getLanguage(),
    getTimeZone(),
    cookies(),
    headers(),
  ]);
  const { common, errors } = compiledMessagesOf(language);
  const t = await getTranslator('errors');
  return (
    <html lang={language} data-theme={readTheme(jar.get(THEME_COOKIE)?.value)}>
      <head>
        {/* A module that is async waits for no style sheet. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it must run where no script comes */}
        <script nonce={nonceOf(asked)} type="module" async dangerouslySetInnerHTML={{ __html: ASK_AGAIN }} />
      </head>
      <body>
        <LetterSize />
        <ArrivedFocus />
        <I18nProvider language={language} messages={{ common, errors }} timeZone={timeZone}>
          <KeptWatch />
          <HeldWatch>
            <HeldNotice title={t('held.title')} text={t('held.text')} />
          </HeldWatch>
          {/* A page is an element, whatever Next's types allow. */}
          {children as ReactElement}
        </I18nProvider>
      </body>
    </html>
  );
}

/** The nonce of the policy that this page is made under (server/http/page-policy). */
function nonceOf(asked: { get(name: string): string | null }): string | undefined {
  return /'nonce-([^']+)'/.exec(asked.get('content-security-policy') ?? '')?.[1];
}
