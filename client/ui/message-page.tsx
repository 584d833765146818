import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { AppBar } from './app-bar';
import { CutUnit } from './cut-unit';

interface Props {
  title: ReactNode;
  /** What happened and what to do. */
  text: ReactNode;
  /** The ways on; the main one first. */
  actions: ReactNode;
  /** Small print: a reference. */
  note?: ReactNode;
}

/** A whole page with one message: not found, failed, ended. */
export function MessagePage({ title, text, actions, note }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <AppBar />
      <main id="content" className="page-width grid flex-1 place-items-center py-8">
        <div className="graph-paper w-full max-w-2xl rounded-lg border border-line-strong px-6 py-10 shadow-card sm:px-12">
          <CutUnit className="-ml-2 w-52" />
          <h1 className="mt-6 text-2xl [overflow-wrap:anywhere]">{broken(title)}</h1>
          <p className="mt-2 max-w-prose text-ink-soft">{broken(text)}</p>
          <div className="mt-7 flex flex-wrap gap-3">{actions}</div>
          {note !== undefined && <p className="tabular mt-6 text-xs text-ink-soft">{note}</p>}
        </div>
      </main>
    </div>
  );
}
