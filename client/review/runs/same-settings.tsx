'use client';

import { useTranslations } from 'use-intl';
import type { SettingId } from '@/client/review/settings';
import type { ExperimentWords } from '@/client/review/use-experiment-words';
import type { RunExperiment } from '@/protocol/experiment';

interface Props {
  /** Settings in which all runs that are shown agree. */
  agreeing: readonly SettingId[];
  /** One of them. */
  experiment: RunExperiment;
  words: ExperimentWords;
}

/** What is the same in all runs that are shown, in one line; a setting that means nothing in them is left out. */
export function SameSettings({ agreeing, experiment, words }: Props) {
  const t = useTranslations('runs.table');
  const said = agreeing
    .filter((id) => words.value(experiment, id) !== '–')
    .map((id) => `${words.name(id)} ${words.value(experiment, id)}`);
  if (said.length === 0) return null;
  return (
    <p className="border-t border-line px-4 py-2 text-sm text-ink-soft sm:px-5">
      <span className="font-semibold">{t('sameInAll')}</span>
      <span>{` ${said.join(' · ')}`}</span>
    </p>
  );
}
