'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { Baseline } from '@/protocol/race';
import type { Board } from '@/protocol/views';

interface Props {
  board: Pick<Board, 'baselines' | 'kind'>;
  className?: string;
}

/** With what a board is compared, below it: no places, since none of it ranks. Nothing where the race asks for none. */
export function BaselineList({ board: { baselines, kind }, className }: Props) {
  const t = useTranslations('challenge.race');
  const numbers = useNumbers();
  if (baselines === undefined) return null;
  const said = ({ accuracy, figure }: Baseline) =>
    kind === 'accuracy' ? numbers.percent(accuracy) : figure === null ? t('under') : numbers.integer(figure);
  return (
    <section
      aria-label={t('compared')}
      data-testid="baselines"
      className={classNames('tabular flex flex-wrap gap-x-[1.5em] gap-y-[0.2em]', className)}
    >
      <span aria-hidden="true" className="font-semibold">
        {t('compared')}
      </span>
      <ul className="contents">
        {baselines.map((baseline) => (
          <li key={baseline.id} data-baseline={baseline.id} className="whitespace-nowrap">
            <span>{`${t(`baseline.${baseline.id}`)} `}</span>
            <b className="font-semibold">{said(baseline)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
