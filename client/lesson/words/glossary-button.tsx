'use client';

import { BookOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { useOpenGlossary } from './glossary-dialog';

/** Opens the list of all terms; stands in the bar on top. Needs a `GlossaryProvider` around. */
export function GlossaryButton() {
  const t = useTranslations('lesson.glossary');
  const openGlossary = useOpenGlossary();
  return (
    <Button
      look="quiet"
      className="max-sm:px-2.5"
      icon={<BookOpen aria-hidden="true" />}
      onClick={() => openGlossary?.(null)}
    >
      <span className="max-sm:sr-only">{t('open')}</span>
    </Button>
  );
}
