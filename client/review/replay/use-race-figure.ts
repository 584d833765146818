'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { RaceRules } from '@/protocol/race';

/** How a replayed board says what its race is about. */
export function useRaceFigure({ metric }: RaceRules): { header: string; text(value: number): string } {
  const columns = useTranslations('review.class');
  const race = useTranslations('challenge.race');
  const numbers = useNumbers();
  if (metric === 'accuracy') return { header: columns('verified'), text: (value) => numbers.percent(value) };
  return { header: race(`figure.${metric}`), text: (value) => numbers.integer(value) };
}
