import { useTranslations } from 'use-intl';
import { CLOTHES } from '@/engine/pool/clothes-files';
import type { PoolFacts } from '@/protocol/pool';

/** The names of a pool's own labels, in the viewer's language where the language has words for them. */
export function useLabelNames(facts: Pick<PoolFacts, 'labels'> | null): readonly string[] {
  const t = useTranslations('pool');
  if (facts?.labels === CLOTHES.labels) return CLOTHES.labels.map((name) => t(`clothes.${name}`));
  return facts?.labels ?? [t('label.cat'), t('label.notCat')];
}

/** A label's colour: told with its name always. */
export function labelColour(label: number): string {
  return `var(--series-${(label % 8) + 1})`;
}
