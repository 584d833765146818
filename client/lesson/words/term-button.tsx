'use client';

import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { otherLanguage } from '@/client/i18n/languages';
import { Button } from '@/client/ui/button';
import { useOpenGlossary } from './glossary-dialog';
import { NameRead } from './name-read';
import { Phrased } from './phrased';
import { useGlossary } from './use-glossary';

interface Props {
  /** Id of the glossary's term. */
  term: string;
  children: ReactNode;
}

/** A term in a sentence: tap it for its meaning and its name in the other language. */
export function TermButton({ term, children }: Props) {
  const { glossary, fetchGlossary } = useGlossary();
  return (
    <Popover.Root onOpenChange={(open) => open && fetchGlossary()}>
      <Popover.Trigger
        // A native button is a box of its own: lines would break between it and a bracket, and never within it.
        render={<span />}
        nativeButton={false}
        data-term={term}
        className="cursor-help rounded-sm underline decoration-accent decoration-dotted decoration-2 underline-offset-[0.25em] transition-colors hover:bg-accent-soft data-popup-open:bg-accent-soft"
      >
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup className="w-80 max-w-[calc(100vw-1.5rem)] rounded-md border border-line-strong bg-surface-raised p-4 text-ink shadow-popup outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            <TermCard term={term} glossary={glossary} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What a language is called in another one. */
function nameIn(language: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
}

function TermCard({
  term,
  glossary,
}: {
  term: string;
  glossary: ReturnType<typeof useGlossary>['glossary'];
}) {
  const t = useTranslations('lesson.glossary');
  const language = useLocale();
  const openGlossary = useOpenGlossary();
  if (glossary === null || glossary === 'loading') return <p className="min-h-24 text-sm">{t('loading')}</p>;
  if (glossary === 'failed') return <p className="text-sm">{t('failed')}</p>;
  const found = glossary.findTerm(term);
  if (found === null) return <p className="text-sm">{t('none')}</p>;
  const other = otherLanguage(language);
  return (
    <>
      <Popover.Title className="text-lg">
        <NameRead name={found.text[language].name} readings={glossary.READINGS[language]} />
      </Popover.Title>
      <p className="text-sm text-ink-soft">
        <span>{`${t('otherLanguage', { language: nameIn(other, language) })}:`}</span>{' '}
        <span lang={other} translate="no">
          {found.text[other].name}
        </span>
      </p>
      <Popover.Description className="mt-2 text-sm">
        <Phrased>{found.text[language].definition}</Phrased>
      </Popover.Description>
      {openGlossary !== null && (
        <Popover.Close
          render={<Button size="sm" look="quiet" className="mt-2 -ml-2.5" />}
          onClick={() => openGlossary(term)}
        >
          {t('all')}
        </Popover.Close>
      )}
    </>
  );
}
