'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import {
  matchSmall,
  meanSmall,
  SMALL_A,
  SMALL_B,
  type SmallNetwork,
} from '@/engine/together/two-small-networks';
import type { SmallStage } from '@/protocol/merge-settings';
import { SmallNetworkTable } from './small-network-table';

interface Props {
  stage: SmallStage;
  /** The second network as it sits while units are swapped. */
  swapped: SmallNetwork;
  underB?: Elements;
  /** As large as the wall wants it. */
  wall?: boolean;
}

/** Two small networks in numbers, and what comes of them at a step: their mean, or how alike their units are. */
export function SmallNetworksPicture({ stage, swapped, underB, wall = false }: Props) {
  const t = useTranslations('merge.small');
  // However it was swapped, what follows begins with the seats at home.
  const match = matchSmall(SMALL_A, SMALL_B);
  const shownB = stage === 'swap' ? swapped : stage === 'again' ? match.aligned : SMALL_B;
  const averages = stage === 'mean' || stage === 'again';
  return (
    <div className="@container">
      <div
        className={
          wall
            ? 'grid grid-cols-3 gap-[1.6vw]'
            : 'grid gap-4 @min-[34rem]:grid-cols-2 @min-[52rem]:grid-cols-3'
        }
      >
        <SmallNetworkTable title={t('a')} network={SMALL_A} wall={wall} />
        <div>
          <SmallNetworkTable title={t('b')} network={shownB} wall={wall} />
          {underB}
        </div>
        {averages && (
          <SmallNetworkTable title={t('mean')} network={meanSmall(SMALL_A, shownB)} strong wall={wall} />
        )}
        {stage === 'match' && <Likeness likeness={match.likeness} order={match.order} wall={wall} />}
      </div>
    </div>
  );
}

interface LikenessProps {
  likeness: readonly (readonly number[])[];
  order: readonly number[];
  wall: boolean;
}

function Likeness({ likeness, order, wall }: LikenessProps) {
  const t = useTranslations('merge.small');
  const { decimal } = useNumbers();
  const small = classNames('text-ink-soft', !wall && 'text-xs');
  return (
    <table
      className={classNames('tabular w-full text-right', wall && 'text-screen-sm')}
      data-testid="likeness"
    >
      <caption className="mb-1 text-left font-semibold">{t('likeness')}</caption>
      <thead>
        <tr className={small}>
          <td />
          {order.map((_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its seat.
            <th key={column} scope="col" className="px-2">
              {`B${column + 1}`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {likeness.map((values, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its seat.
          <tr key={row}>
            <th scope="row" className={classNames('text-left', small)}>
              {`A${row + 1}`}
            </th>
            {values.map((value, column) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its seat.
                key={column}
                className={classNames('px-2', order[row] === column && 'bg-surface-raised font-bold')}
              >
                <span>{decimal(value, 2)}</span>{' '}
                {order[row] === column && <span className="sr-only">{t('chosen')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
