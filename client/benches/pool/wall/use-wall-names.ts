'use client';

import { useLabelNames } from '@/client/benches/pool/label-names';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { PoolFacts } from '@/protocol/pool';
import type { ClassFacts } from '@/protocol/views';

/** The names of the labels of any class's pool: those that it has itself, or those of the data set that it trains on. */
export function useWallNames(
  facts: PoolFacts | null,
  inClass: Pick<ClassFacts, 'dataset'> | null,
): readonly string[] {
  const named = useLabelNames(facts);
  const { labels } = useDatasetWords(inClass?.dataset ?? 'digits');
  return facts?.kind === 'digits' ? labels : named;
}
