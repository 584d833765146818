'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { poolWeights } from '@/engine/pool/pool-network';
import { POOL_NETWORKS, type PoolNetwork } from '@/protocol/pool-rules';

/** How many hidden units learn, and how many weights that makes. */
export function NetworkChoice({
  network,
  labelCount,
  onChange,
}: {
  network: PoolNetwork;
  labelCount: number;
  onChange(network: PoolNetwork): void;
}) {
  const t = useTranslations('pool.network');
  const numbers = useNumbers();
  return (
    <div>
      <SegmentedControl
        label={t('label')}
        labelVisible
        value={String(network)}
        onChange={(value) => onChange(Number(value) as PoolNetwork)}
        segments={POOL_NETWORKS.map((units) => ({
          value: String(units),
          label: units === 0 ? t('none') : numbers.integer(units),
        }))}
      />
      <p className="tabular mt-1 text-xs text-ink-soft">
        {t('weights', { count: poolWeights(network, labelCount) })}
      </p>
    </div>
  );
}
