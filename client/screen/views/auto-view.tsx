'use client';

import { lazy } from 'react';
import { ScreenEnded } from '@/client/screen/screen-ended';
import { ScreenLive } from '@/client/screen/screen-live';
import { ScreenLobby } from '@/client/screen/screen-lobby';
import { patiently } from '@/client/ui/patiently';
import type { ScreenViewProps } from './screen-view';

const RevealView = lazy(patiently(() => import('./reveal-view')));

/** What fits the phase of the class. */
export function AutoView({ session, view, origins }: ScreenViewProps) {
  switch (view.class.phase) {
    case 'lobby':
      return <ScreenLobby view={view} origins={origins} />;
    case 'live':
      return <ScreenLive session={session} view={view} origins={origins} />;
    case 'ended':
      // While not everything is revealed, the reveal is what there is.
      return view.reveal && !view.board?.revealed ? (
        <RevealView session={session} view={view} origins={origins} />
      ) : (
        <ScreenEnded view={view} />
      );
  }
}
