'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { LiveRegion } from '@/client/ui/live-region';

interface Props {
  /** The right answer; told once guessed. */
  label: number;
  guess: number | null;
  onGuess(digit: number): void;
  score: { right: number; asked: number };
}

/** Ten buttons: which digit do you read? */
export function GuessRow({ label, guess, onGuess, score }: Props) {
  const t = useTranslations('bench');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm font-semibold">{t('pictures.guessWhich')}</p>
      <div className="grid max-w-64 grid-cols-5 gap-1">
        {Array.from({ length: 10 }, (_, digit) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit.
            key={digit}
            type="button"
            disabled={guess !== null}
            onClick={() => onGuess(digit)}
            className={classNames(
              'min-h-9 rounded-sm border font-display font-bold pointer-coarse:min-h-11',
              guess !== null && digit === label && 'border-ok bg-ok-soft text-ok',
              guess === digit && digit !== label && 'border-danger bg-danger-soft text-danger line-through',
              (guess === null || (digit !== label && digit !== guess)) &&
                'border-line-strong bg-surface-raised not-disabled:hover:bg-surface-sunken disabled:text-ink-soft',
            )}
          >
            {digit}
          </button>
        ))}
      </div>
      <LiveRegion visible className="min-h-6 text-sm">
        {guess !== null && (
          <>
            <span className={guess === label ? 'font-semibold text-ok' : 'font-semibold text-danger'}>
              {t(guess === label ? 'pictures.right' : 'pictures.wrong', { label })}
            </span>{' '}
            <span className="tabular text-ink-soft">{t('pictures.score', score)}</span>
          </>
        )}
      </LiveRegion>
    </div>
  );
}
