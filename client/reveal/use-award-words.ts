'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { AwardEvidence } from '@/protocol/reveal';

/** What an award is called, and why it is given. */
export function useAwardWords(): (evidence: AwardEvidence) => { title: string; why: string } {
  const t = useTranslations('reveal');
  const numbers = useNumbers();
  const percent = (share: number) => numbers.percent(share);
  const why = (evidence: AwardEvidence): string => {
    switch (evidence.kind) {
      case 'helpful':
        return t('evidence.helpful', { helped: evidence.helped, better: evidence.better });
      case 'failure':
        return t('evidence.failure', {
          finding: t(`finding.${evidence.finding}`),
          from: percent(evidence.from),
          to: percent(evidence.to),
        });
      case 'predicted':
        return t('evidence.predicted', {
          guess: percent(evidence.guess),
          accuracy: numbers.percent(evidence.accuracy, 2),
        });
      case 'improved':
        return t('evidence.improved', {
          from: percent(evidence.from),
          to: percent(evidence.to),
          handedIn: evidence.handedIn,
        });
      case 'examples':
        return t('evidence.examples', {
          examples: numbers.integer(evidence.examples),
          accuracy: percent(evidence.accuracy),
          bar: percent(evidence.bar),
        });
      case 'smallest':
        return t('evidence.smallest', {
          weights: numbers.integer(evidence.weights),
          accuracy: percent(evidence.accuracy),
          bar: percent(evidence.bar),
        });
    }
  };
  return (evidence) => ({ title: t(`award.${evidence.kind}`), why: why(evidence) });
}
