'use client';

import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { SourceName } from './desk-now';
import type { PoolDesk } from './pool-desk';

/** Alone: own drawings or the bundled photographs. In a class there is nothing to choose. */
export function SourceChoice({ desk, source }: { desk: PoolDesk; source: SourceName }) {
  const t = useTranslations('pool.source');
  if (desk.choices.length < 2) return null;
  return (
    <SegmentedControl
      label={t('label')}
      labelVisible
      value={source}
      onChange={(next) => desk.choose(next)}
      segments={desk.choices.map((value) => ({ value, label: t(value) }))}
    />
  );
}
