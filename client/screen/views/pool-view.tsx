'use client';

import { useTranslations } from 'use-intl';
import { LazyScreenPool } from '@/client/benches/pool/wall/lazy-wall';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** What the class has drawn. */
export function PoolView({ session, view, origins }: ScreenViewProps) {
  const t = useTranslations('pool.screen');
  return (
    <ViewFrame view={view} origins={origins} title={t('title')}>
      <LazyScreenPool session={session} code={view.class.code} />
    </ViewFrame>
  );
}
