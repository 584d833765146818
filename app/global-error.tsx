'use client';

import './globals.css';
import { useEffect } from 'react';
import { useComingBack } from '@/client/ui/coming-back';
import { GLOBAL_ERROR_WORDS } from './global-error-words';

const WORDS = Object.entries(GLOBAL_ERROR_WORDS);

/**
 * When even the layout failed, and goes on failing: no messages and no cookies to go by, so all languages stand side by side.
 */
export default function GlobalError({ error, reset }: { error: Error; reset(): void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const coming = useComingBack(reset);
  if (coming)
    return (
      <html lang="en" data-theme="system">
        <body aria-busy="true" />
      </html>
    );
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Perceptroom</title>
        <main className="page-width grid min-h-dvh content-center justify-items-start gap-4">
          <h1 className="text-2xl">Perceptroom could not start this page</h1>
          {WORDS.map(([language, { text }]) => (
            <p key={language} lang={language}>
              {text}
            </p>
          ))}
          <button
            type="button"
            onClick={reset}
            className="min-h-11 rounded-md bg-accent px-5 font-semibold text-on-accent"
          >
            {WORDS.map(([language, { again }], index) => (
              <span key={language} lang={language}>
                {`${index > 0 ? ' / ' : ''}${again}`}
              </span>
            ))}
          </button>
        </main>
      </body>
    </html>
  );
}
