'use client';

import { createContext, lazy, Suspense, useContext, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/client/ui/dialog';
import type { Elements } from '@/client/ui/elements';
import { patiently } from '@/client/ui/patiently';

/** Opens the list of all terms, at one of them or at the beginning. */
type OpenGlossary = (term: string | null) => void;

const Context = createContext<OpenGlossary | null>(null);

/** The way to the list of all terms; null where no `GlossaryProvider` stands around (the glossary's own page). */
export function useOpenGlossary(): OpenGlossary | null {
  return useContext(Context);
}

const GlossaryList = lazy(patiently(() => import('./glossary-list')));

/** Gives everything inside a way to the list of all terms, in a dialog: the bench stays as it is. */
export function GlossaryProvider({ children }: { children: Elements }) {
  const t = useTranslations('lesson.glossary');
  const [at, setAt] = useState<{ term: string | null } | null>(null);
  const open = useMemo<OpenGlossary>(() => (term) => setAt({ term }), []);
  return (
    <Context value={open}>
      {children}
      <Dialog
        open={at !== null}
        onOpenChange={(stays) => !stays && setAt(null)}
        title={t('title')}
        description={t('lead')}
        size="lg"
      >
        <div className="min-h-[60dvh]">
          <Suspense fallback={<p className="text-ink-soft">{t('loading')}</p>}>
            <GlossaryList at={at?.term ?? null} scrolls />
          </Suspense>
        </div>
      </Dialog>
    </Context>
  );
}
