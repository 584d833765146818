'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Finding } from '@/protocol/finding';

/** A finding in words, its number among them. */
export interface FindingWords {
  title: string;
  /** One line with the number: for a card. */
  reason: string;
  student: string;
  teacher: string;
  /** One thing to try. */
  remedy: string;
}

/** Of 100 times the loss a step, nobody has measured anything: the numbers had run away. */
const BLOWN = 100;

/**
 * Says findings in the page's language.
 * @param labelNames what labels are called, in their order; without, they are numbered
 */
export function useFindingWords(labelNames?: readonly string[]): (finding: Finding) => FindingWords {
  const t = useTranslations('doctor');
  const numbers = useNumbers();
  return useCallback(
    (finding) => {
      const { kind } = finding;
      const values: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(finding)) {
        if (typeof value !== 'number') continue;
        if (name === 'label') values.label = labelNames?.[value] ?? t('group', { number: value + 1 });
        else if (name === 'batchSize' || name === 'stepsPerEpoch') values[name] = value;
        else values[name] = numberText(kind, name, value);
      }
      const blown = kind === 'rate-too-high' && finding.unrest >= BLOWN;
      return {
        title: t(`kinds.${kind}.title`, values),
        reason: blown ? t('kinds.rate-too-high.blownReason') : t(`kinds.${kind}.reason`, values),
        student: blown ? t('kinds.rate-too-high.blownStudent') : t(`kinds.${kind}.student`, values),
        teacher: blown ? t('kinds.rate-too-high.blownTeacher') : t(`kinds.${kind}.teacher`, values),
        remedy: t(`kinds.${kind}.try`, values),
      };

      function numberText(of: Finding['kind'], name: string, value: number): string {
        if (name === 'layer' || name === 'examples') return numbers.integer(value);
        if (name === 'since') return numbers.decimal(value, value < 10 ? 1 : 0);
        if (name === 'gain') return numbers.decimal(value, 1);
        if (of === 'exploding-gradient') return numbers.compact(value);
        // A gap of overfitting is one of losses, all others are shares.
        if (of === 'overfitting') return numbers.loss(value);
        return numbers.percent(value, digitsOf(value));
      }
    },
    [t, numbers, labelNames],
  );
}

/** Enough digits that a small share is not said to be none. */
function digitsOf(share: number): number {
  if (share >= 0.1 || share === 0) return 0;
  return share >= 0.001 ? 1 : 3;
}
