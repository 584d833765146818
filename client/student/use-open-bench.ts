'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { OpenWork } from '@/client/benches/frame/open-work';
import type { StudentSession } from '@/client/live/class-session';
import { SightSender } from '@/client/live/sight-sender';
import type { Watched } from '@/protocol/sight';

/** The student's bench, open to the class: shown while somebody looks. Who looks is told. */
export function useOpenBench(
  session: StudentSession,
  stepId: string,
): { openWork: OpenWork; watched: Watched } {
  const [open] = useState(() => new OpenWork());
  const at = useRef(stepId);
  at.current = stepId;
  useEffect(() => {
    const sender = new SightSender(session.sights, () => ({ stepId: at.current, works: open.works() }));
    return () => sender.close();
  }, [session, open]);
  const { onWatched, watched } = session.sights;
  return { openWork: open, watched: useSyncExternalStore(onWatched, watched, () => 'nobody') };
}
