'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DATASETS, type DatasetId } from '@/protocol/datasets';

/** A data set in the active language. What benches say of it stands beside these words, under `datasets.ID`. */
export interface DatasetWords {
  /** In the order of a network's answers. */
  labels: readonly string[];
  /** Whether the labels are words, which need more room than a digit does. */
  wide: boolean;
}

export function useDatasetWords(id: DatasetId): DatasetWords {
  const t = useTranslations('datasets');
  return useMemo(() => {
    // The compiler knows the keys of no label by name; a test does.
    const labels = DATASETS[id].labels.map((label) => t(`${id}.labels.${label}` as `${DatasetId}.name`));
    return { labels, wide: labels.some((label) => label.length > 2) };
  }, [id, t]);
}
