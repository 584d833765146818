'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import { plainWords } from '@/client/lesson/words/markup';
import { Card } from '@/client/ui/card';
import type { WrittenCheck } from '@/lessons/written';
import type { RosterEntry } from '@/protocol/views';
import { useClassAnswers } from './use-class-answers';

interface Props {
  stepId: string;
  check: WrittenCheck;
  students: readonly RosterEntry[];
}

/** How the class has answered the check of its step: the first answer says what somebody thought, the last what became of it. */
export function StepAnswers({ stepId, check, students }: Props) {
  const t = useTranslations('console.answers');
  const numbers = useNumbers();
  const { first, last } = useClassAnswers(students, stepId, check.choices.length);
  const choices = check.choices.map(plainWords);
  return (
    <Card as="section" title={t('title')} data-testid="step-answers">
      <p className="text-sm">{plainWords(check.question)}</p>
      <ChoiceBars
        lettered
        choices={choices}
        title={t('class')}
        total={t('count', { count: first.reduce((sum, count) => sum + count, 0) })}
        series={[
          { label: t('first'), counts: first, look: 'full' },
          { label: t('last'), counts: last, look: 'frame' },
        ]}
        right={check.right}
        said={(index) =>
          t('row', {
            choice: choices[index] ?? '',
            first: numbers.integer(first[index] ?? 0),
            last: numbers.integer(last[index] ?? 0),
            right: String(index === check.right),
          })
        }
      />
    </Card>
  );
}
