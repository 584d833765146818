'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { Checkbox } from '@/client/ui/checkbox';
import { PlainLinkButton } from '@/client/ui/plain-link-button';
import { NETWORK_EXPORT_NAMES, networkExportPath, POINTS_EXPORT_NAMES } from '@/protocol/network-exports';
import type { RunSummary } from '@/protocol/run';
import { isOnPoints } from '@/protocol/run-kind';

interface Props {
  run: Pick<RunSummary, 'id' | 'experiment'>;
  /** Whether some of its weights are kept: it was handed in, or has moments. */
  kept: boolean;
  /** Of the student's own page, where it stands there; null: for an owner of the class. */
  token?: string | null;
}

/** Takes a run's network along, as files that other programs open. */
export function TakeNetworkCard({ run, kept, token = null }: Props) {
  const t = useTranslations('review.take');
  const [named, setNamed] = useState(false);
  const ofPoints = isOnPoints(run.experiment);
  if (!kept)
    return (
      <Card as="section" title={t('title')}>
        <p className="max-w-prose text-sm text-ink-soft">{t(ofPoints ? 'notKeptPoints' : 'notKept')}</p>
      </Card>
    );
  return (
    <Card as="section" title={t('title')}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t(ofPoints ? 'leadPoints' : 'lead')}</p>
      <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {(ofPoints ? POINTS_EXPORT_NAMES : NETWORK_EXPORT_NAMES).map((name) => (
          <li key={name} className="flex flex-col items-start gap-1">
            <PlainLinkButton
              href={networkExportPath(run.id, name, named, token)}
              download
              look={name === 'page' ? 'primary' : 'secondary'}
              icon={<Download aria-hidden="true" />}
            >
              {t(`file.${name}.name`)}
            </PlainLinkButton>
            <span className="text-xs text-ink-soft">
              {ofPoints && name !== 'safetensors' ? t(`points.${name as 'onnx'}`) : t(`file.${name}.says`)}
            </span>
          </li>
        ))}
      </ul>
      <Checkbox className="mt-4" checked={named} onChange={setNamed} label={t('named')} />
    </Card>
  );
}
