'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { Button } from '@/client/ui/button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SMALL_B, type SmallNetwork, swapSmall } from '@/engine/together/two-small-networks';
import { SMALL_STAGES, type SmallStage } from '@/protocol/merge-settings';
import { SmallNetworksPicture } from './small-networks-picture';

/** Seats that are swapped. */
const SWAPS = [
  [0, 1],
  [1, 2],
] as const;

interface Props {
  stage: SmallStage;
  onStage(stage: SmallStage): void;
}

/** Why units are matched before networks are averaged, stepped through on two networks of three hidden units. */
export function SmallNetworkSteps({ stage, onStage }: Props) {
  const t = useTranslations('merge.small');
  const [b, setB] = useState<SmallNetwork>(SMALL_B);
  return (
    <div className="flex flex-col gap-3" data-testid="small-steps" data-stage={stage}>
      <SegmentedControl
        label={t('label')}
        value={stage}
        onChange={onStage}
        segments={SMALL_STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
      />
      <p aria-live="polite">{broken(t(`said.${stage}`))}</p>
      <SmallNetworksPicture
        stage={stage}
        swapped={b}
        underB={
          stage === 'swap' && (
            <div className="mt-2 flex flex-wrap gap-2">
              {SWAPS.map(([one, other]) => (
                <Button key={one} size="sm" onClick={() => setB(swapSmall(b, one, other))}>
                  {t('swapButton', { one: one + 1, other: other + 1 })}
                </Button>
              ))}
            </div>
          )
        }
      />
    </div>
  );
}

/** The same for whoever steps through it alone. */
export function SmallNetworks() {
  const t = useTranslations('merge.small');
  const [stage, setStage] = useState<SmallStage>('two');
  return (
    <details className="text-sm" data-testid="small-networks" data-stage={stage}>
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <div className="mt-2">
        <SmallNetworkSteps stage={stage} onStage={setStage} />
      </div>
    </details>
  );
}
