'use client';

import { ScreenLobby } from '@/client/screen/screen-lobby';
import type { ScreenViewProps } from './screen-view';

/** The way in, as large as in the lobby: for those who come late. */
export function JoinView({ view, origins }: ScreenViewProps) {
  return <ScreenLobby view={view} origins={origins} />;
}
