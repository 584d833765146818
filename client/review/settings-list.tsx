'use client';

import { useTranslations } from 'use-intl';
import { NO_NUMBER } from '@/client/i18n/numbers';
import type { RunExperiment } from '@/protocol/experiment';
import { useExperimentWords } from './use-experiment-words';

/** Every setting of an experiment. */
export function SettingsList({ experiment }: { experiment: RunExperiment }) {
  const t = useTranslations('review.run');
  const words = useExperimentWords();
  return (
    <section aria-labelledby="settings-title">
      <h2 id="settings-title" className="mb-2 text-lg">
        {t('settings')}
      </h2>
      <dl className="tabular grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1 text-sm">
        {words
          .settings(experiment)
          .filter(({ value }) => value !== NO_NUMBER)
          .map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="font-semibold">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
