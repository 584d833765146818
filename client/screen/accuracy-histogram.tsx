'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { fullestBar, type HistogramBar, histogramBars } from './histogram-shape';

interface Props {
  /** Students by tenth. */
  counts: readonly number[];
  /** What is counted: verified or trained accuracies (default), or points of a challenge. */
  of?: 'accuracy' | 'points';
}

/** How the students are spread: ten bars whose heights are all that moves. */
export function AccuracyHistogram({ counts, of = 'accuracy' }: Props) {
  const screen = useTranslations('screen');
  const challenge = useTranslations('challenge');
  const numbers = useNumbers();
  const bars = histogramBars(counts.length > 0 ? counts : new Array<number>(10).fill(0));
  const fullest = fullestBar(bars);
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  const points = of === 'points';
  const tick = (share: number) => (points ? numbers.integer(share * 100) : numbers.percent(share, 0));
  const summary = (full: HistogramBar) => {
    const values = { count: all, most: full.count, from: tick(full.from), to: tick(full.to) };
    return points ? challenge('spreadText', values) : screen('histogramText', values);
  };
  const binTitle = ({ from, to, count }: HistogramBar) => {
    const values = { from: tick(from), to: tick(to), count };
    return points ? challenge('spreadBin', values) : screen('histogramBin', values);
  };
  return (
    <figure className="flex min-h-0 flex-1 flex-col">
      <figcaption className="text-screen-sm font-semibold">
        {points ? challenge('spread') : screen('histogram')}
      </figcaption>
      <p className="sr-only">
        {fullest !== null ? summary(fullest) : points ? challenge('spreadEmpty') : screen('histogramEmpty')}
      </p>
      <div aria-hidden="true" className="tabular mt-[1vh] flex min-h-[15vh] flex-1 gap-[0.5vw]">
        {bars.map((bar) => (
          <div key={bar.from} title={binTitle(bar)} className="flex min-w-0 flex-1 flex-col">
            <div className="relative flex-1 border-b-2 border-line-strong">
              <div
                className="absolute inset-x-0 bottom-0 h-full origin-bottom rounded-t-sm bg-positive transition-transform duration-200 ease-settle"
                style={{ transform: `scaleY(${bar.share * 0.86})` }}
              />
              {/* As high as the bar's room: to be moved by a share of it without being laid out anew. */}
              <div
                className="absolute inset-0 flex items-end justify-center pb-[0.3rem] text-screen-sm leading-none font-semibold transition-transform duration-200 ease-settle"
                style={{ transform: `translateY(${bar.share * -86}%)` }}
              >
                {bar.count > 0 && <span>{numbers.integer(bar.count)}</span>}
              </div>
            </div>
            <span className="pt-1 text-left text-screen-sm leading-none text-ink-soft">{tick(bar.from)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}
