'use client';

import { useTranslations } from 'use-intl';
import { DigitCanvas } from '@/client/charts/digit-canvas';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Mistake } from '@/engine/worker/messages';

/** The pictures at which the network was surest and wrong. */
export function WorstMistakes({ mistakes }: { mistakes: readonly Mistake[] }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  return (
    <div>
      <h3 className="text-sm">{t('report.mistakes')}</h3>
      <p className="text-sm text-ink-soft">
        {t(mistakes.length === 0 ? 'report.noMistakes' : 'report.mistakesHint')}
      </p>
      <ul className="mt-2 flex flex-wrap gap-2.5">
        {mistakes.slice(0, 15).map((mistake) => {
          const share = mistake.probabilities[mistake.answer] ?? null;
          const words = t('report.mistake', {
            label: mistake.label,
            answer: mistake.answer,
            share: numbers.percent(share, 0),
          });
          return (
            <li key={mistake.index} title={words} className="w-14">
              <DigitCanvas
                pixels={mistake.pixels}
                size={56}
                label={words}
                className="rounded-sm border border-line"
              />
              <p
                aria-hidden="true"
                className="tabular mt-0.5 flex justify-center gap-1 text-sm font-semibold"
              >
                <span>{mistake.label}</span>
                <span className="text-ink-soft">→</span>
                <span className="text-negative">{mistake.answer}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
