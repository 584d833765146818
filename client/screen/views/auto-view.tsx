'use client';

import { ScreenEnded } from '@/client/screen/screen-ended';
import { ScreenLive } from '@/client/screen/screen-live';
import { ScreenLobby } from '@/client/screen/screen-lobby';
import type { ScreenViewProps } from './screen-view';

/** What fits the phase of the class. */
export function AutoView({ session, view, origins }: ScreenViewProps) {
  switch (view.class.phase) {
    case 'lobby':
      return <ScreenLobby view={view} origins={origins} />;
    case 'live':
      return <ScreenLive session={session} view={view} origins={origins} />;
    case 'ended':
      return <ScreenEnded view={view} />;
  }
}
