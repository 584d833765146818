'use client';

import { useTranslations } from 'use-intl';
import { ScreenProduct } from '@/client/screen/screen-product';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The product that the devices of the class calculate together. */
export function ProductView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('everybody.product');
  return (
    <ViewFrame view={view} origins={origins} title={t('title')}>
      <ScreenProduct session={session} />
    </ViewFrame>
  );
}
