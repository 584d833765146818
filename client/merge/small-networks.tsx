'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { SegmentedControl } from '@/client/ui/segmented-control';
import {
  matchSmall,
  meanSmall,
  SMALL_A,
  SMALL_B,
  type SmallNetwork,
  swapSmall,
} from '@/engine/together/two-small-networks';
import { SmallNetworkTable } from './small-network-table';

const STAGES = ['two', 'swap', 'mean', 'match', 'again'] as const;
type Stage = (typeof STAGES)[number];
/** Seats that are swapped. */
const SWAPS = [
  [0, 1],
  [1, 2],
] as const;

/** Why units are matched before networks are averaged, stepped through on two networks of three hidden units. */
export function SmallNetworks() {
  const t = useTranslations('merge.small');
  const [stage, setStage] = useState<Stage>('two');
  const [b, setB] = useState<SmallNetwork>(SMALL_B);
  // However it was swapped, what follows begins with the seats at home.
  const match = matchSmall(SMALL_A, SMALL_B);
  const shownB = stage === 'swap' ? b : stage === 'again' ? match.aligned : SMALL_B;
  const averages = stage === 'mean' || stage === 'again';
  return (
    <details className="text-sm" data-testid="small-networks" data-stage={stage}>
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <div className="@container mt-2 flex flex-col gap-3">
        <SegmentedControl
          label={t('label')}
          value={stage}
          onChange={setStage}
          segments={STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
        />
        <p aria-live="polite">{broken(t(`said.${stage}`))}</p>
        <div className="grid gap-4 @min-[34rem]:grid-cols-2 @min-[52rem]:grid-cols-3">
          <SmallNetworkTable title={t('a')} network={SMALL_A} />
          <div>
            <SmallNetworkTable title={t('b')} network={shownB} />
            {stage === 'swap' && (
              <div className="mt-2 flex flex-wrap gap-2">
                {SWAPS.map(([one, other]) => (
                  <Button key={one} size="sm" onClick={() => setB(swapSmall(b, one, other))}>
                    {t('swapButton', { one: one + 1, other: other + 1 })}
                  </Button>
                ))}
              </div>
            )}
          </div>
          {averages && <SmallNetworkTable title={t('mean')} network={meanSmall(SMALL_A, shownB)} strong />}
          {stage === 'match' && <Likeness likeness={match.likeness} order={match.order} />}
        </div>
      </div>
    </details>
  );
}

function Likeness({
  likeness,
  order,
}: {
  likeness: readonly (readonly number[])[];
  order: readonly number[];
}) {
  const t = useTranslations('merge.small');
  const { decimal } = useNumbers();
  return (
    <table className="tabular w-full text-right" data-testid="likeness">
      <caption className="mb-1 text-left font-semibold">{t('likeness')}</caption>
      <thead>
        <tr className="text-xs text-ink-soft">
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
            <th scope="row" className="text-left text-xs text-ink-soft">
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
