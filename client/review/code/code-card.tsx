'use client';

import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { CopyButton } from '@/client/ui/copy-button';
import type { Experiment } from '@/protocol/experiment';
import { networkCode } from './network-code';

/** A run's network and settings as code, to be copied. */
export function CodeCard({ experiment }: { experiment: Experiment }) {
  const t = useTranslations('review.code');
  const code = networkCode(experiment, {
    pictures: t('pictures', { dataset: experiment.dataset }),
    network: t('network'),
    training: t('training', { seed: experiment.seed }),
  });
  return (
    <Card as="section" title={t('title')} actions={<CopyButton size="sm" text={code} label={t('copy')} />}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('lead')}</p>
      <section
        aria-label={t('title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md border border-line bg-surface-sunken p-3 text-sm"
      >
        <pre translate="no">
          <code>{code}</code>
        </pre>
      </section>
    </Card>
  );
}
