'use client';

import { useTranslations } from 'use-intl';
import { useNetworkText } from '@/client/benches/run/network-text';
import { NetworkDiagram } from '@/client/charts/network-diagram';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Experiment } from '@/protocol/experiment';

/** What another has set, to be read: as fields that nobody can use it would be so tall that a wall makes all of the bench small. */
export function ShownSettings({ draft }: { draft: Experiment }) {
  const t = useTranslations('bench');
  const text = useNetworkText();
  const numbers = useNumbers();
  const { labels, wide } = useDatasetWords(draft.dataset);
  const rows = [
    { name: t('runs.network'), value: text.short(draft.network) },
    { name: t('settings.optimizer'), value: t(`settings.short.${draft.optimizer}`) },
    { name: t('settings.learningRate'), value: String(draft.learningRate) },
    { name: t('settings.batchSize'), value: numbers.integer(draft.batchSize) },
    { name: t('settings.epochs'), value: numbers.integer(draft.epochs) },
    { name: t('settings.examples'), value: numbers.integer(draft.examples) },
    { name: t('settings.lossKind'), value: t(`settings.${draft.loss}`) },
    { name: t('settings.l2'), value: draft.l2 === 0 ? t('settings.off') : String(draft.l2) },
  ];
  return (
    <section data-testid="shown-settings">
      <h2 className="mb-3 text-lg">{t('settings.title')}</h2>
      <NetworkDiagram architecture={draft} labels={labels} wide={wide} label={text.diagram(draft)} />
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {rows.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
