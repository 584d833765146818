'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import type { Shows } from '@/client/benches/playground/model/setup-change';
import { Tabs } from '@/client/ui/tabs';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import type { FeatureId } from '@/engine/points/features';
import { ConfusionTable } from './confusion-table';
import { PlaygroundLossCurves } from './playground-loss-curves';
import { WeightTable } from './weight-table';

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun;
  features: readonly FeatureId[];
  shows: Shows;
  classNames: readonly string[];
}

/** What the training has come to: curves, confusion, weights. One at a time, in the same room. */
export function ResultsPanel({ model, begun, features, shows, classNames }: Props) {
  const t = useTranslations('playground');
  const [front, setFront] = useState<'curves' | 'confusion' | 'weights'>('curves');
  return (
    <div className="min-h-47 short:min-h-37 [&_[role=tab]]:min-h-8 [&_[role=tab]]:px-2 [&_[role=tabpanel]]:pt-2">
      <Tabs
        label={t('results.label')}
        value={front}
        onChange={setFront}
        tabs={[
          {
            value: 'curves',
            label: t('results.curves'),
            content: <PlaygroundLossCurves model={model} begun={begun} />,
          },
          ...(shows('confusion')
            ? [
                {
                  value: 'confusion' as const,
                  label: t('results.confusion'),
                  content: <ConfusionTable model={model} begun={begun} classNames={classNames} />,
                },
              ]
            : []),
          ...(shows('weights')
            ? [
                {
                  value: 'weights' as const,
                  label: t('results.weights'),
                  content: <WeightTable model={model} begun={begun} features={features} />,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
