'use client';

import { useTranslations } from 'use-intl';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { classNames } from '@/client/ui/class-names';
import { LiveRegion } from '@/client/ui/live-region';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { DatasetId } from '@/protocol/datasets';

interface Props {
  dataset: DatasetId;
  /** The right answer; told once guessed. */
  label: number;
  guess: number | null;
  onGuess(label: number): void;
  score: { right: number; asked: number };
}

/** A button for each label: what do you see? */
export function GuessRow({ dataset, label, guess, onGuess, score }: Props) {
  const t = useTranslations('bench');
  const say = useTranslations('datasets');
  const { labels, wide } = useDatasetWords(dataset);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm font-semibold">{say(`${dataset}.pictures.guessWhich`)}</p>
      <OneStopGroup className={classNames('grid max-w-64 gap-1', wide ? 'grid-cols-2' : 'grid-cols-5')}>
        {labels.map((name, index) => (
          <button
            key={name}
            type="button"
            disabled={guess !== null}
            onClick={() => onGuess(index)}
            className={classNames(
              'min-h-9 rounded-sm border font-display font-bold pointer-coarse:min-h-11',
              guess !== null && index === label && 'border-ok bg-ok-soft text-ok',
              guess === index && index !== label && 'border-danger bg-danger-soft text-danger line-through',
              (guess === null || (index !== label && index !== guess)) &&
                'border-line-strong bg-surface-raised not-disabled:hover:bg-surface-sunken disabled:text-ink-soft',
            )}
          >
            {name}
          </button>
        ))}
      </OneStopGroup>
      <LiveRegion visible className="min-h-6 text-sm">
        {guess !== null && (
          <>
            <span className={guess === label ? 'font-semibold text-ok' : 'font-semibold text-danger'}>
              {say(`${dataset}.pictures.${guess === label ? 'right' : 'wrong'}`, { label: labels[label]! })}
            </span>{' '}
            <span className="tabular text-ink-soft">{t('pictures.score', score)}</span>
          </>
        )}
      </LiveRegion>
    </div>
  );
}
