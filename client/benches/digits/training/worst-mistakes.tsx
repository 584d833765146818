'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { OpeningPicture } from '@/client/inside/opening-picture';
import { classNames } from '@/client/ui/class-names';
import { useOneStop } from '@/client/ui/use-one-stop';
import type { Mistake } from '@/engine/worker/messages';
import type { DatasetId } from '@/protocol/datasets';

interface Props {
  dataset: DatasetId;
  mistakes: readonly Mistake[];
  /** Opens the network with one of them; null: it cannot be opened here. */
  onOpen: ((pixels: Uint8Array) => void) | null;
}

/** The pictures at which the network was surest and wrong. */
export function WorstMistakes({ dataset, mistakes, onOpen }: Props) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels, wide } = useDatasetWords(dataset);
  const numbers = useNumbers();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useOneStop(list);
  return (
    <div>
      <h3 className="text-sm">{t('report.mistakes')}</h3>
      <p className="text-sm text-ink-soft">
        {t(mistakes.length === 0 ? 'report.noMistakes' : 'report.mistakesHint')}
      </p>
      {onOpen && mistakes.length > 0 && <p className="text-sm text-ink-soft">{t('report.mistakesOpen')}</p>}
      <ul ref={list} onKeyDown={onKeyDown} className="mt-2 flex flex-wrap gap-2.5">
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
            <li
              key={mistake.index}
              title={words}
              className={classNames('flex flex-col items-center', wide ? 'w-18' : 'w-14')}
            >
              <OpeningPicture
                pixels={mistake.pixels}
                size={56}
                label={words}
                onOpen={onOpen && (() => onOpen(mistake.pixels))}
                className="rounded-sm border border-line"
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
