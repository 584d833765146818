'use client';

import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { Mistake } from '@/engine/worker/messages';
import type { DatasetId } from '@/protocol/datasets';

/** The pictures at which the network was surest and wrong. */
export function WorstMistakes({ dataset, mistakes }: { dataset: DatasetId; mistakes: readonly Mistake[] }) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels, wide } = useDatasetWords(dataset);
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
          const label = labels[mistake.label]!;
          const answer = labels[mistake.answer]!;
          const words = say(`${dataset}.report.mistake`, {
            label,
            answer,
            share: numbers.percent(share, 0),
          });
          return (
            <li key={mistake.index} title={words} className={wide ? 'w-18' : 'w-14'}>
              <PictureCanvas
                pixels={mistake.pixels}
                size={56}
                label={words}
                className="mx-auto rounded-sm border border-line"
              />
              <p
                aria-hidden="true"
                className={classNames(
                  'tabular mt-0.5 flex justify-center font-semibold',
                  wide ? 'flex-col items-center text-xs' : 'gap-1 text-sm',
                )}
              >
                <span>{label}</span>
                {!wide && <span className="text-ink-soft">→</span>}
                <span className="text-negative">{wide ? `→ ${answer}` : answer}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
