'use client';

import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { otherLanguage } from '@/client/i18n/languages';
import { classNames } from '@/client/ui/class-names';
import { TextField } from '@/client/ui/text-field';
import { GLOSSARY, GLOSSARY_SUBJECTS, READINGS } from '@/lessons/glossary/glossary';
import { matchesTerm } from './match-term';
import { NameRead } from './name-read';
import { Phrased } from './phrased';

interface Props {
  /** The term to bring into sight, or null. */
  at?: string | null;
  headingLevel?: 2 | 3;
  /** The list scrolls inside itself (in a dialog), so that the search stays in sight. */
  scrolls?: boolean;
}

/** Every term by subject, with its name in both languages; what is typed narrows the list. */
export default function GlossaryList({ at = null, headingLevel = 3, scrolls = false }: Props) {
  const t = useTranslations('lesson.glossary');
  const language = useLocale();
  const other = otherLanguage(language);
  const [sought, setSought] = useState('');
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (at !== null)
      list.current?.querySelector(`[data-term="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'center' });
  }, [at]);
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t('search')}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <section
        ref={list}
        aria-label={t('title')}
        // A box that scrolls must be reachable by keyboard.
        tabIndex={scrolls ? 0 : undefined}
        className={classNames('flex flex-col gap-6 rounded-sm', scrolls && 'h-[56dvh] overflow-y-auto')}
      >
        {!GLOSSARY.some((term) => matchesTerm(term, sought)) && <p className="text-ink-soft">{t('none')}</p>}
        {GLOSSARY_SUBJECTS.map(({ subject, terms }) => {
          const shown = terms.filter((term) => matchesTerm(term, sought));
          if (shown.length === 0) return null;
          return (
            <section key={subject} aria-labelledby={`glossary-${subject}`}>
              <Heading id={`glossary-${subject}`} className="border-b-2 border-line-strong pb-1 text-lg">
                {t(`subject.${subject}`)}
              </Heading>
              <dl>
                {shown.map((term) => (
                  <div
                    key={term.id}
                    data-term={term.id}
                    className={`scroll-mt-4 gap-x-6 border-b border-line px-2 py-3 sm:grid sm:grid-cols-[15rem_minmax(0,1fr)] ${term.id === at ? 'bg-accent-soft' : ''}`}
                  >
                    <dt>
                      <span className="block font-semibold">
                        <NameRead name={term.text[language].name} readings={READINGS[language]} />
                      </span>
                      <span lang={other} className="block text-sm text-ink-soft">
                        {term.text[other].name}
                      </span>
                    </dt>
                    <dd className="text-sm">
                      <Phrased>{term.text[language].definition}</Phrased>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </section>
    </div>
  );
}
