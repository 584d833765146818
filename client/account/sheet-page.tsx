import type { ReactNode } from 'react';
import { AppBar } from '@/client/ui/app-bar';
import type { Elements } from '@/client/ui/elements';

interface Props {
  /** Before the title: a word to those who are wrong here. */
  above?: Elements;
  title: ReactNode;
  lead: ReactNode;
  children: Elements;
}

/** The sheet on squared paper that holds one form. */
export function SheetPage({ above, title, lead, children }: Props) {
  return (
    <>
      <AppBar />
      <main id="content" className="graph-paper min-h-[calc(100dvh-3.5rem-1px)] py-8 sm:py-14">
        <div className="page-width">
          <div className="mx-auto max-w-md rounded-lg border border-line bg-surface p-6 shadow-card sm:p-8">
            {above}
            <h1 className="text-2xl">{title}</h1>
            <p className="mt-1.5 mb-6 text-ink-soft [overflow-wrap:anywhere]">{lead}</p>
            {children}
          </div>
        </div>
      </main>
    </>
  );
}
