'use client';

import { useTranslations } from 'use-intl';
import { bindFormula } from '@/client/i18n/formula-blanks';

/** A formula's lines on squared paper. */
export function FormulaLines({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('lesson.frame');
  return (
    <section
      aria-label={t('formula')}
      data-testid="formula"
      className="graph-paper rounded-sm border border-line px-2.5 py-1.5"
    >
      {lines.map((line) => (
        <p
          key={line}
          lang="en"
          translate="no"
          // Where letters are large a line goes on under itself, a little further in.
          className="tabular pl-4 -indent-4 font-(family-name:--font-stack-formula) text-sm whitespace-pre-wrap"
        >
          {bindFormula(line)}
        </p>
      ))}
    </section>
  );
}
