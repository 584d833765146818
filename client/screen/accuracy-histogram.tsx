'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { fullestBar, histogramBars } from '@/client/screen/histogram-shape';

/** How the students' accuracies are spread: ten bars whose heights are all that moves. */
export function AccuracyHistogram({ counts }: { counts: readonly number[] }) {
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const bars = histogramBars(counts.length > 0 ? counts : new Array<number>(10).fill(0));
  const fullest = fullestBar(bars);
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  const percent = (share: number) => numbers.percent(share, 0);
  return (
    <figure className="flex min-h-0 flex-1 flex-col">
      <figcaption className="text-screen-sm font-semibold">{t('histogram')}</figcaption>
      <p className="sr-only">
        {fullest === null
          ? t('histogramEmpty')
          : t('histogramText', {
              count: all,
              most: fullest.count,
              from: percent(fullest.from),
              to: percent(fullest.to),
            })}
      </p>
      <div aria-hidden="true" className="tabular mt-[1vh] flex min-h-[15vh] flex-1 gap-[0.5vw]">
        {bars.map(({ from, to, count, share }) => (
          <div
            key={from}
            title={t('histogramBin', { from: percent(from), to: percent(to), count })}
            className="flex min-w-0 flex-1 flex-col"
          >
            <div className="relative flex-1 border-b-2 border-line-strong">
              <div
                className="absolute inset-x-0 bottom-0 h-full origin-bottom rounded-t-sm bg-positive transition-transform duration-200 ease-settle"
                style={{ transform: `scaleY(${share * 0.86})` }}
              />
              <span
                className="absolute inset-x-0 bottom-0 text-center text-screen-sm leading-none font-semibold transition-[bottom] duration-200 ease-settle"
                style={{ bottom: `calc(${share * 86}% + 0.3rem)` }}
              >
                {count > 0 ? numbers.integer(count) : ''}
              </span>
            </div>
            <span className="pt-1 text-left text-[clamp(0.8125rem,1.1vw,1.5rem)] text-ink-soft">
              {percent(from)}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}
