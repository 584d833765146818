import { useTranslations } from 'use-intl';
import { CLOTHES } from '@/engine/pool/clothes-files';
import { DIGIT_LABELS, type PoolFacts } from '@/protocol/pool';

/** The names of a pool's labels, in the viewer's language where the language has words for them. */
export function useLabelNames(facts: Pick<PoolFacts, 'kind' | 'labels'> | null): readonly string[] {
  const t = useTranslations('pool');
  if (facts?.kind === 'digits') return DIGIT_LABELS;
  if (facts?.labels === CLOTHES.names) return CLOTHES.names.map((name) => t(`clothes.${name}`));
  return facts?.labels ?? [t('label.cat'), t('label.notCat')];
}

/** A label's colour: told with its name always. */
export function labelColour(label: number): string {
  return `var(--series-${(label % 8) + 1})`;
}
