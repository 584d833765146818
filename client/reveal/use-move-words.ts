'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { RevealMoves } from '@/protocol/reveal-views';

/** What moved and why, in sentences. */
export function useMoveWords(): (moves: RevealMoves) => string[] {
  const t = useTranslations('reveal.moves');
  const numbers = useNumbers();
  return ({ networks, changed, most, within, alike, ofTeams }) => [
    changed === 0
      ? t(ofTeams ? 'noneOfTeams' : 'none')
      : t(ofTeams ? 'changedOfTeams' : 'changed', {
          changed: numbers.integer(changed),
          networks: numbers.integer(networks),
          most,
        }),
    ...(changed > 0 && within !== null
      ? [t(ofTeams ? 'withinOfTeams' : 'within', { changed, within: numbers.integer(within) })]
      : []),
    ...(alike !== null && networks > 1
      ? [t('alike', { pairs: networks - 1, alike: numbers.integer(alike) })]
      : []),
    ...(changed > 0 ? [t(ofTeams ? 'whyOfTeams' : 'why')] : []),
  ];
}
