'use client';

import { useTranslations } from 'use-intl';
import type { StepText } from '@/lessons/lesson-words';
import { WrittenText } from './written-text';

/** The formula, for whoever asks: its lines on squared paper, and what each sign means. */
export function FormulaLines({ formula }: { formula: NonNullable<StepText['formula']> }) {
  const t = useTranslations('lesson.frame');
  return (
    <details className="group text-sm">
      <summary className="w-fit rounded-sm py-1 pr-2 font-semibold text-accent underline decoration-1 underline-offset-[0.2em] hover:decoration-2">
        {t('formula')}
      </summary>
      <div className="mt-1.5">
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and must by keyboard too.
          tabIndex={0}
          aria-label={t('formula')}
          className="graph-paper overflow-x-auto rounded-sm border border-line px-3 py-2"
        >
          {formula.lines.map((line) => (
            <p key={line} lang="en" translate="no" className="tabular text-base whitespace-nowrap">
              {line}
            </p>
          ))}
        </section>
        <p className="mt-1.5 text-ink-soft">
          <WrittenText text={formula.meaning} />
        </p>
      </div>
    </details>
  );
}
