'use client';

import { useTranslations } from 'use-intl';
import { ScreenBoard } from '@/client/screen/screen-board';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The board alone, larger. */
export function BoardView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  return (
    <ViewFrame view={view} origins={origins} title={t('board')}>
      <ScreenBoard board={view.board} alone paused={view.class.paused} />
    </ViewFrame>
  );
}
