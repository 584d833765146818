'use client';

import { useTranslations } from 'use-intl';
import { RaceBars } from '@/client/challenge/race-bars';
import { frontBoard } from '@/client/challenge/teams/front-board';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** Bars that can be read from the back of a room, that of all others besides. */
const BARS = 7;

/** How often each would have won, were the race run again. */
export function AgainView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  const again = useTranslations('challenge.again');
  return (
    <ViewFrame view={view} origins={origins} over={t('ended')} title={again('title')}>
      {view.board && (
        <RaceBars board={view.board.teams?.again ? frontBoard(view.board) : view.board} most={BARS} wall />
      )}
      <p className="text-screen-sm text-ink-soft">{again('how')}</p>
    </ViewFrame>
  );
}
