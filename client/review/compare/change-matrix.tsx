'use client';

import { useTranslations } from 'use-intl';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { DatasetId } from '@/protocol/datasets';

interface Props {
  dataset: DatasetId;
  /** Points of a hundred by which each share of a row differs. */
  change: readonly (readonly number[])[];
  caption: string;
}

/** Differences smaller than this are left blank: a picture or two of some hundred. */
const BLANK = 0.5;

/** What the second network takes for what more often (+) or less often (−) than the first: blue where that is better, orange where it is worse. */
export function ChangeMatrix({ dataset, change, caption }: Props) {
  const t = useTranslations('review.compare');
  const { labels } = useDatasetWords(dataset);
  const most = Math.max(1, ...change.flat().map(Math.abs));
  return (
    <>
      <p id="change-says" className="mb-3 max-w-prose text-sm text-ink-soft">
        {caption}
      </p>
      <section
        aria-labelledby="change-says"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table
          translate="no"
          aria-labelledby="change-says"
          className="tabular border-separate border-spacing-px text-center text-xs"
        >
          <thead>
            <tr>
              <td className="pr-2 text-right font-semibold whitespace-nowrap text-ink-soft">
                {t('changeCorner')}
              </td>
              {labels.map((name) => (
                <th key={name} scope="col" className="px-1 font-semibold text-ink-soft">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {change.map((row, label) => (
              <tr key={labels[label]}>
                <th scope="row" className="pr-2 text-right font-semibold text-ink-soft">
                  {labels[label]}
                </th>
                {row.map((points, answer) => {
                  const better = label === answer ? points > 0 : points < 0;
                  const tint = Math.abs(points) < BLANK ? 0 : 12 + (43 * Math.abs(points)) / most;
                  return (
                    <td
                      key={labels[answer]}
                      className="h-7 min-w-10 rounded-[2px] px-1"
                      style={{
                        background: `color-mix(in srgb, var(--${better ? 'positive' : 'negative'}) ${tint.toFixed(0)}%, var(--surface-sunken))`,
                      }}
                    >
                      {Math.abs(points) < BLANK
                        ? ''
                        : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
