'use client';

import { useTranslations } from 'use-intl';
import { LazyScreenDevices } from '@/client/benches/compute/lazy-devices';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** How fast the class's devices are. */
export function DevicesView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('compute');
  return (
    <ViewFrame view={view} origins={origins} title={t('label.class')}>
      {view.devices && <LazyScreenDevices devices={view.devices} />}
    </ViewFrame>
  );
}
