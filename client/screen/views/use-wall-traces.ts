'use client';

import { useMemo } from 'react';
import type { StudentTrace } from '@/client/everybody/traces';
import type { ClassSession } from '@/client/live/class-session';
import { useScreenFrame } from '@/client/live/use-class-session';
import type { ScreenView } from '@/protocol/views';

/** Everybody on the wall, once a second: by number and mark. */
export function useWallTraces(session: ClassSession<ScreenView>): readonly StudentTrace[] {
  useScreenFrame(session);
  const students = session.wall.list();
  return useMemo(
    () => students.map(({ key, mark, here, curve, last }) => ({ id: String(key), mark, here, curve, last })),
    [students],
  );
}
