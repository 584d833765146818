'use client';

import './globals.css';
import { useEffect } from 'react';
import { useComingBack } from '@/client/ui/coming-back';

/**
 * When even the layout failed, and goes on failing: no messages and no cookies to go by, so both languages stand side by side.
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
          <p>Try again in a moment. What you trained is kept.</p>
          <p lang="ja">
            ページを表示できませんでした。少し待って、もう一度お試しください。訓練の記録は残っています。
          </p>
          <button
            type="button"
            onClick={reset}
            className="min-h-11 rounded-md bg-accent px-5 font-semibold text-on-accent"
          >
            <span>Try again</span> <span lang="ja">/ もう一度</span>
          </button>
        </main>
      </body>
    </html>
  );
}
