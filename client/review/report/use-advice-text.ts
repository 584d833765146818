'use client';

import { useTranslations } from 'use-intl';
import type { Advice } from '@/protocol/report';
import type { AdviceWords } from './question-words';

/** Says a piece of advice in the page's language. @param names students in a sentence */
export function useAdviceText(names: (ids: readonly string[]) => string) {
  const t = useTranslations('report.advice');
  const doctor = useTranslations('doctor.kinds');
  return (advice: Advice, words: AdviceWords): string => {
    switch (advice.kind) {
      case 'no-help':
        return t('noHelp', { names: names(advice.studentIds) });
      case 'stuck':
        return t('stuck', {
          ...{ step: words.step, of: advice.of },
          ...{ count: advice.studentIds.length, names: names(advice.studentIds) },
        });
      case 'question':
        return t(advice.question.kind, {
          ...{ question: words.question, chosen: words.chosen, right: words.right },
          ...{ count: advice.count, of: advice.of },
        });
      case 'finding':
        return t('finding', {
          finding: doctor(`${advice.finding}.title`),
          ...{ count: advice.count, of: advice.of },
        });
      case 'never-trained':
        return t('neverTrained', {
          ...{ count: advice.studentIds.length, of: advice.of, names: names(advice.studentIds) },
        });
      case 'not-reached':
        return t('notReached', { step: words.step });
    }
  };
}
