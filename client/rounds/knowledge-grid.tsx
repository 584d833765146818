'use client';

import { useTranslations } from 'use-intl';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { DatasetId } from '@/protocol/datasets';
import type { AloneNetwork } from '@/protocol/rounds';

interface Props {
  dataset: DatasetId;
  /** What each network knows that was trained alone: one row each, of nobody whose; or the viewer's own alone. */
  networks: readonly AloneNetwork[];
  own?: boolean;
  /** What the class's network knows; null: no round is over. */
  byLabel: readonly number[] | null;
  wall?: boolean;
}

/** Networks from which on rows have room of their own. */
const MANY = 4;

/** From this share on a network counts as knowing a label. */
const KNOWN = 0.5;

/** What each network alone knows of each label, and what the class's network knows: a column a label, darker where more is right. */
export function KnowledgeGrid({ dataset, networks, byLabel, own = false, wall = false }: Props) {
  const t = useTranslations('rounds.grid');
  const { labels, wide } = useDatasetWords(dataset);
  const { percent } = useNumbers();
  if (networks.length === 0 && byLabel === null) return null;
  const columns = { gridTemplateColumns: `repeat(${labels.length}, minmax(0, 1fr))` };
  const known = (shares: readonly number[]) => shares.filter((share) => share >= KNOWN).length;
  const most = Math.max(0, ...networks.map(({ byLabel: shares }) => known(shares)));
  return (
    <figure
      className={classNames(
        'flex min-h-0 flex-col',
        wall ? 'h-full gap-[1vh] text-screen-sm' : 'gap-1 text-xs',
      )}
      data-testid="knowledge-grid"
    >
      <figcaption className={wall ? 'font-semibold' : 'text-sm font-semibold'}>
        <span>{t(networks.length === 0 ? 'class' : own ? 'own' : 'title')}</span>
        <span className="sr-only">
          {t('says', {
            networks: networks.length,
            ...{ most, dataset },
            class: byLabel
              ? labels.map((label, i) => `${label} ${percent(byLabel[i], 0)}`).join(', ')
              : t('none'),
          })}
        </span>
      </figcaption>
      <div aria-hidden="true" className="grid gap-[2px]" style={columns}>
        {/* Words stand by turns on two lines: each has its neighbours' room, too. */}
        {labels.map((label, at) => (
          <span
            key={label}
            className={classNames(
              'flex justify-center font-bold whitespace-nowrap',
              wide && 'h-[2lh] text-[0.7em]',
              wide && at % 2 === 1 && 'items-end',
            )}
          >
            {label}
          </span>
        ))}
      </div>
      <div
        aria-hidden="true"
        className={classNames(
          'flex flex-col gap-px',
          wall ? 'min-h-0 flex-1' : networks.length > MANY ? 'h-40' : 'h-6',
          networks.length === 0 && 'hidden',
        )}
      >
        {networks.map(({ byLabel: shares }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are of nobody, and have no name.
          <div key={row} className="grid min-h-0 flex-1 gap-[2px]" style={columns}>
            {shares.map((share, label) => (
              <span key={labels[label]} style={{ background: shade(share) }} />
            ))}
          </div>
        ))}
      </div>
      {byLabel && (
        <>
          {networks.length > 0 && <p className="font-semibold">{t('class')}</p>}
          <div aria-hidden="true" className="grid gap-[2px]" style={columns}>
            {byLabel.map((share, label) => (
              <span key={labels[label]} className="flex flex-col">
                <span
                  className={classNames(
                    'border border-line-strong transition-colors duration-250',
                    wall ? 'h-[5vh]' : 'h-6',
                  )}
                  style={{ background: shade(share) }}
                />
                <span className="tabular text-center whitespace-nowrap" style={{ fontSize: '0.7em' }}>
                  {percent(share, 0)}
                </span>
              </span>
            ))}
          </div>
        </>
      )}
    </figure>
  );
}

const shade = (share: number) =>
  `color-mix(in srgb, var(--accent) ${Math.round(100 * share)}%, var(--surface-sunken))`;
