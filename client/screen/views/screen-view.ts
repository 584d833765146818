import type { ComponentType } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import type { ScreenView } from '@/protocol/views';

/** What each view of the projector is given. */
export interface ScreenViewProps {
  session: ClassSession<ScreenView>;
  view: ScreenView;
  origins: readonly string[];
}

/** One view of the projector, as the registry lists it. */
export type ScreenViewComponent = ComponentType<ScreenViewProps>;
