'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { AUDIT_FIGURES, type AuditFigure } from '@/protocol/audit-figures';
import type { AuditDot, AuditGroup, AuditNow, OwnAudited } from '@/protocol/audit-views';
import { DATASETS } from '@/protocol/datasets';
import { useAuditWords } from './audit-words';

interface Props {
  audit: Pick<AuditNow, 'dataset' | 'stage'>;
  group: AuditGroup;
  /** Every network of it; left out: their ends and middle alone. */
  dots?: readonly AuditDot[];
  /** The viewer's own network; null: it is not among them. */
  own?: OwnAudited | null;
  /** Which figures; left out: all that have been shown. */
  only?: readonly AuditFigure[];
  /** CSS font size on the wall; left out: it is on a page. */
  wallFont?: string;
}

const across = (share: number) => `${100 * share}%`;

/** What networks are right on, figure by figure: a strip from 0 to all pictures each, with a dot a network. */
export function AuditStrips({ audit, group, dots = [], own = null, only = AUDIT_FIGURES, wallFont }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const words = useAuditWords();
  const { percent } = useNumbers();
  const { dataset, stage } = audit;
  const shown = only.filter((figure) => group.figures[figure] !== undefined);
  const said = (figure: AuditFigure) => {
    const { low, middle, high } = group.figures[figure]!;
    return t('strips.figure', {
      name: words.figure(figure, stage),
      ...{ low: percent(low), middle: percent(middle), high: percent(high) },
    });
  };
  return (
    <figure className="text-sm" style={{ fontSize: wallFont }} data-testid="audit-strips">
      <figcaption className="sr-only">
        {t('strips.says', {
          ...{ group: words.group(group), networks: t('networks', { count: group.networks }) },
          figures: format.list(shown.map(said), { type: 'unit' }),
        })}
      </figcaption>
      <div
        aria-hidden="true"
        className={classNames('flex flex-col', wallFont === undefined ? 'gap-1.5' : 'gap-[1.1vh]')}
      >
        {shown.map((figure) => (
          <Strip
            key={figure}
            name={words.figure(figure, stage)}
            range={group.figures[figure]!}
            dots={dots.flatMap((dot) => dot.figures[figure] ?? [])}
            own={own?.figures[figure] ?? null}
            ownText={t('strips.own', { share: percent(own?.figures[figure]) })}
            chance={DATASETS[dataset].chance.accuracy}
            tells={group.data !== null || group.networks === 1}
          />
        ))}
      </div>
    </figure>
  );
}

interface StripProps {
  name: string;
  range: { low: number; middle: number; high: number };
  dots: readonly number[];
  own: number | null;
  ownText: string;
  chance: number;
  /** The networks are of one kind, so that their middle says something. */
  tells: boolean;
}

function Strip({ name, range, dots, own, ownText, chance, tells }: StripProps) {
  const t = useTranslations('audit.strips');
  const { percent } = useNumbers();
  const { low, middle, high } = range;
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 leading-tight">
        <span className="font-semibold">{name}</span>
        <span className="tabular flex flex-1 flex-wrap items-baseline justify-end gap-x-2">
          {own !== null && <span className="text-accent">{ownText}</span>}
          {tells ? (
            <strong style={{ fontSize: '1.2em' }}>{percent(middle)}</strong>
          ) : (
            <strong>{t('range', { low: percent(low, 0), high: percent(high, 0) })}</strong>
          )}
        </span>
      </p>
      <div className="relative h-[1.1em] rounded-sm border border-line-strong bg-surface-sunken">
        <span
          className="absolute inset-y-[25%] rounded-sm bg-series-1/25"
          style={{ left: across(low), width: `max(3px, ${across(high - low)})` }}
        />
        <span
          className="absolute inset-y-0 border-l-2 border-dashed border-ink"
          style={{ left: across(chance) }}
        />
        {dots.map((share, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are numbers, and nothing else.
            key={at}
            className="absolute top-1/2 size-[0.7em] -translate-x-1/2 -translate-y-1/2 rounded-full border border-surface-raised bg-series-1/70"
            style={{ left: across(share) }}
          />
        ))}
        {tells && (
          <span className="absolute inset-y-0 border-l-3 border-ink" style={{ left: across(middle) }} />
        )}
        {own !== null && (
          <span
            className="absolute top-1/2 size-[0.9em] -translate-x-1/2 -translate-y-1/2 rounded-full border-3 border-accent"
            style={{ left: across(own) }}
          />
        )}
      </div>
    </div>
  );
}
