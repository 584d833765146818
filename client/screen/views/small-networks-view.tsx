'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { SmallNetworksPicture } from '@/client/merge/small-networks-picture';
import { SMALL_B, swapSmall } from '@/engine/together/two-small-networks';
import type { SmallStage } from '@/protocol/merge-settings';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** Why units are matched before networks are averaged, on two networks that can be read: the teacher steps. */
export default function SmallNetworksView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('merge.small');
  const stage = (view.shows.argument ?? 'two') as SmallStage;
  return (
    <ViewFrame view={view} origins={origins} over={t('title')} title={t(`stages.${stage}`)}>
      <div className="flex min-h-0 flex-1 flex-col gap-[2.4vh]" data-testid="screen-small" data-stage={stage}>
        <p className="text-screen-sm">{broken(t(stage === 'swap' ? 'wallSwap' : `said.${stage}`))}</p>
        <SmallNetworksPicture stage={stage} swapped={swapSmall(SMALL_B, 0, 1)} wall />
      </div>
    </ViewFrame>
  );
}
