'use client';

import { useTranslations } from 'use-intl';
import { barText } from '@/client/challenge/race/bar-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Notice } from '@/client/ui/notice';
import type { RaceRules } from '@/protocol/race';
import type { SubmissionInRace, SubmissionScored } from '@/protocol/submission';

interface Props {
  scored: SubmissionScored;
  inRace: SubmissionInRace;
  race: RaceRules;
}

/** What came of the last submission in a race with a bar: whether it is over it, and whether it is the student's best. */
export function RaceScored({ scored, inRace, race }: Props) {
  const t = useTranslations('bench.race');
  const numbers = useNumbers();
  const { figure, over } = inRace;
  if (!over)
    return (
      <Notice tone="info" title={t('notOver', { bar: barText(numbers, race.bar) })}>
        {t('notOverText')}
      </Notice>
    );
  // Since then the race may have become one about accuracy.
  const said =
    race.metric === 'accuracy'
      ? numbers.integer(figure)
      : t(`figure.${race.metric}`, { count: numbers.integer(figure) });
  return (
    <Notice tone={scored.best ? 'success' : 'info'} title={t('over', { figure: said })}>
      {t(scored.best ? 'overText' : 'overNotBest')}
    </Notice>
  );
}
