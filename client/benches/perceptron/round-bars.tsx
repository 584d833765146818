'use client';

import { useTranslations } from 'use-intl';

/** Rounds that fit side by side. */
const SHOWN = 24;

/** How many mistakes each round had, newest at the right. */
export function RoundBars({ rounds, most }: { rounds: readonly number[]; most: number }) {
  const t = useTranslations('perceptron');
  const first = Math.max(0, rounds.length - SHOWN);
  const shown = rounds.slice(first);
  return (
    <div>
      <p className="text-sm font-semibold">{t('learn.rounds')}</p>
      <div
        role="img"
        aria-label={t('learn.roundsNow', { list: shown.join(', ') || t('none') })}
        className="mt-1 flex h-18 items-end gap-1 border-b border-line-strong"
      >
        {shown.map((mistakes, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place.
            key={first + i}
            className="tabular flex h-full w-5 shrink-0 flex-col items-center justify-end text-xs leading-none text-ink-soft"
          >
            <span>{mistakes}</span>
            <span
              className={`mt-1 w-full rounded-t-sm ${mistakes === 0 ? 'bg-ok' : 'bg-danger'}`}
              style={{ height: `${mistakes === 0 ? 3 : 4 + (mistakes / most) * 46}px` }}
            />
          </span>
        ))}
      </div>
    </div>
  );
}
